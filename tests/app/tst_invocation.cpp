// What the arguments of cspool mean.
#include "app/terminal/invocation.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(cspool::Invocation)

class TestInvocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsMean_data()
    {
        using Action = Invocation::Action;
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Invocation>("expected");
        const QStringList words{u"Get-CsPool"_s, u"-Identity"_s, u"a.example.com"_s};
        const auto row = [](const char *name, const QStringList &arguments, const Invocation &expected) {
            QTest::newRow(name) << arguments << expected;
        };
        row("cmdlet alone", words, {.words = words});
        row("deployment", QStringList{u"--deployment"_s, u"/x y"_s} + words, {.words = words, .deployment = u"/x y"_s});
        row("with equals sign", QStringList{u"--deployment=a=b"_s} + words, {.words = words, .deployment = u"a=b"_s});
        row("lock timeout", QStringList{u"--lock-timeout"_s, u"0"_s} + words,
            {.words = words, .lockTimeout = std::chrono::seconds(0)});
        row("log level", QStringList{u"--log-level=debug"_s} + words, {.words = words, .logLevel = LogLevel::Debug});
        row("json before", QStringList{u"--json"_s} + words, {.words = words, .isJson = true});
        row("json behind", words + QStringList{u"--json"_s}, {.words = words, .isJson = true});
        row("no progress", words + QStringList{u"--no-progress"_s}, {.words = words, .isProgressHidden = true});
        row("a value that looks like an option",
            {u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"a.example.com"_s, u"-Report"_s, u"--json"_s},
            {.words = {u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"a.example.com"_s, u"-Report"_s, u"--json"_s}});
        row("an option behind a switch", {u"Backup-CsPool"_s, u"-WhatIf"_s, u"--json"_s},
            {.words = {u"Backup-CsPool"_s, u"-WhatIf"_s}, .isJson = true});
        ServerRequest server{*ConnectionSettings::fromAddress(u"https://pool01.contoso.com/OcsPowershell"_s)};
        row("server", QStringList{u"--connect"_s, u"pool01.contoso.com"_s} + words, {.words = words, .server = server});
        const ServerRequest machine{*ConnectionSettings::fromAddress(u"process:"_s)};
        row("this machine", QStringList{u"--connect=process:"_s} + words, {.words = words, .server = machine});
        ServerRequest ssh{*ConnectionSettings::fromAddress(u"ssh://admin01:2222"_s)};
        ssh.settings.user = u"anna"_s;
        row("ssh", QStringList{u"--connect"_s, u"ssh://anna@admin01:2222"_s} + words, {.words = words, .server = ssh});
        server.settings.user = uR"(CONTOSO\anna)"_s;
        server.settings.authentication = Authentication::Ntlm;
        server.settings.trustedFingerprint = u"0a1b"_s.repeated(16);
        server.isPasswordOnInput = true;
        row("server and all about it",
            QStringList{u"--trust"_s, u"0A:1B:"_s.repeated(16).chopped(1), u"--password-stdin"_s, u"--auth=ntlm"_s,
                        u"--user"_s, uR"(CONTOSO\anna)"_s, u"--connect=pool01.contoso.com"_s}
                + words,
            {.words = words, .server = server});
        row("help", {u"--help"_s}, {.action = Action::ShowUsage});
        row("short help", {u"-h"_s}, {.action = Action::ShowUsage});
        row("help of a cmdlet", {u"Backup-CsPool"_s, u"--help"_s},
            {.action = Action::ShowHelp, .topic = u"Backup-CsPool"_s, .words = {u"Backup-CsPool"_s}});
        row("PowerShell's help", {u"Backup-CsPool"_s, u"-?"_s},
            {.action = Action::ShowHelp, .topic = u"Backup-CsPool"_s, .words = {u"Backup-CsPool"_s}});
        row("Get-Help", {u"get-help"_s, u"Backup-CsPool"_s},
            {.action = Action::ShowHelp, .topic = u"Backup-CsPool"_s, .words = {u"get-help"_s, u"Backup-CsPool"_s}});
        row("Get-Help -Name", {u"Get-Help"_s, u"-Name"_s, u"x"_s},
            {.action = Action::ShowHelp, .topic = u"x"_s, .words = {u"Get-Help"_s, u"-Name"_s, u"x"_s}});
        const QString pool = u"a.example.com"_s;
        row("readiness", {u"readiness"_s, u"A.example.com."_s},
            {.action = Action::RunVerb,
             .words = {u"readiness"_s, u"A.example.com."_s},
             .request = VerbRequest{.verb = Verb::Readiness, .goal = {pool}}});
        row("readiness of a failback in a disaster",
            {u"--json"_s, u"Readiness"_s, pool, u"--failback"_s, u"--disaster"_s},
            {.action = Action::RunVerb,
             .words = {u"Readiness"_s, pool},
             .request = VerbRequest{.verb = Verb::Readiness, .goal = {pool, FailoverDirection::FailBack, true}},
             .isJson = true});
        row("failover",
            {u"failover"_s, u"--disaster"_s, pool, u"--confirm=A.EXAMPLE.COM"_s, u"--report"_s, u"/r.html"_s},
            {.action = Action::RunVerb,
             .words = {u"failover"_s, pool},
             .request = VerbRequest{.verb = Verb::FailOver,
                                    .goal = {pool, FailoverDirection::FailOver, true},
                                    .confirmedPool = pool,
                                    .reportPath = u"/r.html"_s}});
        const QUuid id = QUuid::createUuid();
        row("failback gone on with", {u"failback"_s, u"--resume"_s, id.toString(QUuid::WithoutBraces)},
            {.action = Action::RunVerb,
             .words = {u"failback"_s},
             .request
             = VerbRequest{.verb = Verb::FailBack, .goal = {{}, FailoverDirection::FailBack, false}, .operation = id}});
        row("operations", {u"operations"_s},
            {.action = Action::RunVerb, .words = {u"operations"_s}, .request = VerbRequest{.verb = Verb::Operations}});
        row("operation", {u"operation"_s, id.toString(QUuid::WithoutBraces)},
            {.action = Action::RunVerb,
             .words = {u"operation"_s, id.toString(QUuid::WithoutBraces)},
             .request = VerbRequest{.verb = Verb::Operation, .operation = id}});
        row("help of a verb", {u"failover"_s, u"--help"_s},
            {.action = Action::ShowHelp, .topic = u"failover"_s, .words = {u"failover"_s}});
        row("version", {u"--version"_s}, {.action = Action::ShowVersion});
        row("completion", {u"--completion"_s, u"zsh"_s}, {.action = Action::ShowCompletion, .topic = u"zsh"_s});
        row("manual page", {u"--man-page"_s}, {.action = Action::ShowManPage});
    }
    void argumentsMean()
    {
        QFETCH(QStringList, arguments);
        QFETCH(Invocation, expected);
        const Result<Invocation> invocation = parseInvocation(arguments);
        QVERIFY2(invocation, invocation ? "" : qPrintable(invocation.error().message));
        QCOMPARE(invocation->action, expected.action);
        QCOMPARE(invocation->words, expected.words);
        QVERIFY(invocation->server == expected.server);
        QCOMPARE(invocation->topic, expected.topic);
        QVERIFY(*invocation == expected);
    }

    void theLineThatGoesOnWithAnOperationNamesItsDeployment_data()
    {
        QTest::addColumn<bool>("isServer");
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("deployment"); // as the line has it
        const QString url = u"https://fe1.contoso.com/OcsPowershell"_s;
        QTest::newRow("lab") << false << u"/srv/lab"_s << QString() << u"--deployment /srv/lab"_s;
        QTest::newRow("server") << true << url << QString() << QString(u"--connect "_s + url);
        QTest::newRow("ssh") << true << u"ssh://fe1.contoso.com"_s << u"anna"_s
                             << u"--connect ssh://anna@fe1.contoso.com"_s;
#ifndef Q_OS_WIN
        QTest::newRow("folder with blanks")
            << false << u"/srv/Anna's lab"_s << QString() << uR"(--deployment '/srv/Anna'\''s lab')"_s;
        QTest::newRow("another user") << true << url << u"CONTOSO\\anna"_s
                                      << QString(u"--connect "_s + url + u" --user 'CONTOSO\\anna'"_s);
#endif
    }
    void theLineThatGoesOnWithAnOperationNamesItsDeployment()
    {
        QFETCH(const bool, isServer);
        QFETCH(const QString, location);
        QFETCH(const QString, user);
        QFETCH(const QString, deployment);
        const QUuid id = QUuid::createUuid();
        const DeploymentInfo info{QUuid(), isServer ? DeploymentKind::Server : DeploymentKind::Lab, u"x"_s, location,
                                  user};
        QCOMPARE(resumeLine(info, FailoverDirection::FailBack, id),
                 u"cspool %1 failback --resume %2"_s.arg(deployment, id.toString(QUuid::WithoutBraces)));
    }

    void wrongArgumentsAreRefusedByName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QStringList() << u"Which cmdlet is to run? For example: cspool Get-CsPool"_s;
        QTest::newRow("unknown option") << QStringList{u"--jsn"_s, u"Get-CsPool"_s}
                                        << u"cspool has no option \"--jsn\"."_s;
        QTest::newRow("parameter before the cmdlet")
            << QStringList{u"-WhatIf"_s, u"Backup-CsPool"_s} << u"cspool has no option \"-WhatIf\"."_s;
        QTest::newRow("missing value") << QStringList{u"--deployment"_s}
                                       << u"The option --deployment needs a value: DIR."_s;
        QTest::newRow("empty value") << QStringList{u"--deployment="_s, u"Get-CsPool"_s}
                                     << u"The option --deployment needs the name of a folder."_s;
        QTest::newRow("value of a flag") << QStringList{u"--json=yes"_s} << u"The option --json takes no value."_s;
        QTest::newRow("no number") << QStringList{
            u"--lock-timeout"_s,
            u"soon"_s} << u"The option --lock-timeout needs a whole number of seconds from 0 to 86400, not \"soon\"."_s;
        QTest::newRow("negative")
            << QStringList{u"--lock-timeout=-1"_s}
            << u"The option --lock-timeout needs a whole number of seconds from 0 to 86400, not \"-1\"."_s;
        QTest::newRow("unknown level")
            << QStringList{u"--log-level"_s, u"loud"_s}
            << u"The option --log-level does not know \"loud\". Possible values: trace, debug, info, warning, error, off."_s;
        QTest::newRow("option of a verb with a cmdlet")
            << QStringList{u"Get-CsPool"_s, u"--disaster"_s}
            << u"The option --disaster is of use only with: readiness, failover, failback."_s;
        QTest::newRow("option of another verb") << QStringList{u"readiness"_s, u"p.x"_s, u"--confirm=p.x"_s}
                                                << u"The option --confirm is of use only with: failover, failback."_s;
        QTest::newRow("failover of nothing")
            << QStringList{u"failover"_s} << u"Which pool? For example: cspool failover pool01.contoso.com"_s;
        QTest::newRow("failover of two") << QStringList{u"failover"_s, u"a.x"_s, u"b.x"_s}
                                         << u"cspool failover does not know what to do with \"b.x\"."_s;
        QTest::newRow("cmdlets' words for a verb")
            << QStringList{u"failover"_s, u"a.x"_s, u"-Confirm:$false"_s}
            << u"cspool failover does not know what to do with \"-Confirm:$false\"."_s;
        QTest::newRow("another pool confirmed")
            << QStringList{u"failover"_s, u"a.x"_s, u"--confirm=b.x"_s}
            << u"The option --confirm names b.x, but the pool is a.x. Nothing was begun."_s;
        QTest::newRow("no ID") << QStringList{u"failover"_s, u"--resume=7"_s}
                               << u"\"7\" is not the ID of an operation; \"cspool operations\" lists them."_s;
        QTest::newRow("pool beside an operation")
            << QStringList{u"failover"_s, u"a.x"_s, u"--resume=6e52553a-ff3e-406b-a432-0e782b65aa2d"_s}
            << u"The option --resume takes the pool, and whether it is a disaster, from the operation: leave them out."_s;
        QTest::newRow("json of a conversation")
            << QStringList{u"failover"_s, u"a.x"_s, u"--json"_s}
            << u"The option --json is of no use with failover, which speaks with a person."_s;
        QTest::newRow("http") << QStringList{u"--connect=http://p.x"_s, u"Get-CsPool"_s}
                              << u"Connections over http:// are refused: what is sent there, passwords included, is "
                                 "not protected on its way."_s;
        QTest::newRow("user of a lab") << QStringList{u"--user=anna"_s, u"Get-CsPool"_s}
                                       << u"The option --user is of use only with --connect."_s;
        QTest::newRow("server and lab")
            << QStringList{u"--connect=p.x"_s, u"--deployment=/x"_s, u"Get-CsPool"_s}
            << u"The options --connect and --deployment exclude each other: a cmdlet runs on genuine servers or in a lab."_s;
        QTest::newRow("password of nobody") << QStringList{u"--connect=p.x"_s, u"--password-stdin"_s, u"Get-CsPool"_s}
                                            << u"The option --password-stdin needs --user: whose password is it?"_s;
        QTest::newRow("method without a user") << QStringList{u"--connect=p.x"_s, u"--auth=basic"_s, u"Get-CsPool"_s}
                                               << u"The methods ntlm and basic need --user."_s;
        for (const QString &option : {u"--user=anna"_s, u"--auth=negotiate"_s, u"--password-stdin"_s,
                                      QString(u"--trust="_s + u"0a1b"_s.repeated(16))}) {
            for (const QString &address : {u"--connect=ssh://p.x"_s, u"--connect=process:"_s}) {
                QTest::newRow(qPrintable(option.section(u'=', 0, 0) + u' ' + address))
                    << QStringList{option, address, u"Get-CsPool"_s}
                    << u"The option %1 is of use only with an address that begins with https://: ssh signs in by "
                       u"itself, "
                       "as the user in the address."_s.arg(option.section(u'=', 0, 0));
            }
        }
        QTest::newRow("password as an argument") << QStringList{u"--password-stdin=x"_s, u"Get-CsPool"_s}
                                                 << u"The option --password-stdin takes no value."_s;
        QTest::newRow("no fingerprint")
            << QStringList{u"--connect=p.x"_s, u"--trust=0a1b"_s, u"Get-CsPool"_s}
            << u"The option --trust needs the SHA-256 fingerprint of a certificate: 64 hexadecimal digits."_s;
        QTest::newRow("unknown shell") << QStringList{
            u"--completion"_s,
            u"fish"_s} << u"The option --completion does not know \"fish\". Possible values: bash, zsh."_s;
    }
    void wrongArgumentsAreRefusedByName()
    {
        QFETCH(QStringList, arguments);
        const Result<Invocation> invocation = parseInvocation(arguments);
        QVERIFY(!invocation);
        QTEST(invocation.error().message, "message");
        QVERIFY(invocation.error().category == ErrorCategory::InvalidArgument);
        QVERIFY(!invocation.error().recommendedAction.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInvocation)
#include "tst_invocation.moc"
