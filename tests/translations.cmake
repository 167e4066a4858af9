# Proves that a translation is complete: collects the texts of the sources into a copy of the file and looks for those
# that it does not have. Needs LUPDATE, SOURCE_DIR, WORK_DIR, FILE (its name below resources/translations) and OPTIONS.
set(copy "${WORK_DIR}/${FILE}")
file(COPY "${SOURCE_DIR}/resources/translations/${FILE}" DESTINATION "${WORK_DIR}")
execute_process(
    COMMAND "${LUPDATE}" -silent -I . -locations none -source-language en ${OPTIONS} -extensions cpp,h
        model backend ui app -ts "${copy}"
    WORKING_DIRECTORY "${SOURCE_DIR}" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "lupdate failed: ${output}")
endif()
# A text without a class that lupdate knows has a context that no tr() asks for.
if(output MATCHES "lacks Q_OBJECT|Cannot invoke tr|Qualifying with unknown")
    message(FATAL_ERROR "Texts that cannot be translated:\n${output}")
endif()
file(READ "${copy}" content)
string(REPLACE ";" "," content "${content}")
string(REGEX MATCHALL "<source>[^<]*</source>[^/]*<translation type=\"unfinished\"" missing "${content}")
if(missing)
    list(LENGTH missing count)
    string(REGEX REPLACE "<[^>]*>|<translation type=\"unfinished\"" " " missing "${missing}")
    message(FATAL_ERROR "${FILE} lacks ${count} texts; update it with the target update_translations:\n${missing}")
endif()
