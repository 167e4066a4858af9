#include "tests/support/server_console.h"

#include "app/console/console_sessions.h"
#include "model/pool_cells.h"
#include "model/record_model.h"
#include "tests/support/patience.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

template <typename Condition> void waitFor(const Condition &condition, const char *what)
{
    if (!waitUntil(condition, Patience))
        qFatal("In vain: %s", what);
}

} // namespace

ServerConsole::ServerConsole()
    : world([](const QString &sample) { return std::make_unique<ConsoleSessions>(sample, 10s); })
{
    server.user = User.toUtf8();
    server.password = Password.toUtf8();
    deployment.pause = [this](const std::function<void()> &continued) { goOn = continued; };
    server.setUp = [this](PsrpServer &psrp) { deployment.install(psrp); };
    driver = std::make_unique<WindowDriver>(&world, world.deployment.folder());
}

ServerConsole::~ServerConsole() = default;

QString ServerConsole::address() const
{
    return const_cast<WsmanServer &>(server).https().url(u"/OcsPowershell"_s).toString();
}

void ServerConsole::fillConnectDialog(const QString &password)
{
    driver->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    driver->waitForDialog(u"connectDialog"_s);
    driver->replaceText(address());
    driver->press(Qt::Key_U, Qt::AltModifier);
    waitFor([this] { return driver->find<QAbstractButton>(u"otherUser"_s)->isChecked(); }, "another user");
    driver->tabTo(u"user"_s);
    driver->replaceText(User);
    driver->tabTo(u"password"_s);
    driver->replaceText(password);
    driver->toggle(u"more"_s);
    driver->tabTo(u"method"_s);
    driver->press(Qt::Key_B);
    if (!driver->find<QComboBox>(u"method"_s)->currentText().startsWith("Basic"_L1))
        qFatal("Basic is not chosen");
}

void ServerConsole::trustCertificate()
{
    driver->waitForDialog(u"certificateDialog"_s);
    driver->press(Qt::Key_T, Qt::AltModifier);
    driver->waitUntilGone(u"certificateDialog"_s);
}

void ServerConsole::connect()
{
    fillConnectDialog();
    driver->press(Qt::Key_Return);
    waitFor([this] { return driver->has(u"certificateDialog"_s) || hasPools(); }, "certificate or pools");
    if (driver->has(u"certificateDialog"_s))
        trustCertificate();
    driver->waitUntilGone(u"connectDialog"_s);
    waitFor([this] { return hasPools(); }, "the pools of the servers");
}

void ServerConsole::disconnect()
{
    driver->press(Qt::Key_W, Qt::ControlModifier);
    waitFor([this] { return server.shells() == 0; }, "the shells are deleted");
}

bool ServerConsole::hasPools() const
{
    return driver->column(u"poolsTable"_s, int(PoolColumn::Fqdn)).mid(0, 3) == QStringList{PoolA, PoolB, PoolC};
}

QString ServerConsole::log() const
{
    return driver->column(u"logTable"_s, RecordModel::TextColumn).join(u'\n');
}

void ServerConsole::waitForPause()
{
    waitFor([this] { return bool(goOn); }, "the backup is in its middle");
}

} // namespace cspool::test
