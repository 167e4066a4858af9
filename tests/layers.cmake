# Proves the dependency rule: app -> ui -> backend -> model, never upwards, and backend/lab and backend/remoting do
# not know each other. Reads the #include lines of every room; run by the target `layers` of each build.
set(floors
    "model|app/,ui/,backend/"
    "model/failover|app/,ui/,backend/"
    "backend|app/,ui/,backend/lab/,backend/remoting/"
    "backend/failover|app/,ui/,backend/lab/,backend/remoting/"
    "backend/report|app/,ui/,backend/lab/,backend/remoting/"
    "backend/sqlite|app/,ui/,backend/lab/,backend/remoting/"
    "backend/lab|app/,ui/,backend/remoting/"
    "backend/lab/cmdlets|app/,ui/,backend/remoting/"
    "backend/remoting|app/,ui/,backend/lab/"
    "backend/remoting/clixml|app/,ui/,backend/lab/,backend/remoting/process/,backend/remoting/psrp/,backend/remoting/wsman/"
    "backend/remoting/process|app/,ui/,backend/lab/,backend/remoting/wsman/"
    "backend/remoting/psrp|app/,ui/,backend/lab/,backend/remoting/process/,backend/remoting/wsman/"
    "backend/remoting/wsman|app/,ui/,backend/lab/,backend/remoting/process/"
    "ui|app/,backend/lab/,backend/remoting/"
    "ui/pools|app/,backend/lab/,backend/remoting/"
    "ui/pairings|app/,backend/lab/,backend/remoting/"
    "ui/command_form|app/,backend/lab/,backend/remoting/"
    "ui/jobs|app/,backend/lab/,backend/remoting/"
    "ui/report|app/,backend/lab/,backend/remoting/"
    "ui/deployments|app/,backend/lab/,backend/remoting/"
    "ui/failover|app/,backend/lab/,backend/remoting/")
set(violations "")
foreach(floor IN LISTS floors)
    string(REPLACE "|" ";" floor "${floor}")
    list(GET floor 0 room)
    list(GET floor 1 forbidden)
    string(REPLACE "," "|" forbidden "${forbidden}")
    file(GLOB sources "${SOURCE_DIR}/${room}/*.h" "${SOURCE_DIR}/${room}/*.cpp")
    foreach(source IN LISTS sources)
        file(STRINGS "${source}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
        foreach(include IN LISTS includes)
            if(include MATCHES "\"(\\.\\./|${forbidden})" OR (NOT room MATCHES "^ui" AND include MATCHES "<(QtWidgets|QWidget|QApplication)"))
                file(RELATIVE_PATH name "${SOURCE_DIR}" "${source}")
                string(APPEND violations "  ${name}: ${include}\n")
            endif()
        endforeach()
    endforeach()
endforeach()
if(violations)
    message(FATAL_ERROR "A room includes a room above it (see tests/layers.cmake):\n${violations}")
endif()
