// The table of cmdlets: that its rows are whole and agree with each other and with the specification.
#include "model/cmdlet_info.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class CmdletTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCmdletOfTheDesignIsThere_data();
    void everyCmdletOfTheDesignIsThere();
    void theTableIsSortedAndWithoutDoubles();
    void backupCsPoolHasTheParametersOfItsSpecification();

    void everyRowIsWhole_data() { addCmdlets(); }
    void everyRowIsWhole();
    void everyParameterIsWhole_data() { addCmdlets(); }
    void everyParameterIsWhole();
    void parameterNamesAndAliasesAreUnique_data() { addCmdlets(); }
    void parameterNamesAndAliasesAreUnique();
    void rulesNameParametersThatExist_data() { addCmdlets(); }
    void rulesNameParametersThatExist();
    void positionsHaveNoGaps_data() { addCmdlets(); }
    void positionsHaveNoGaps();
    void shouldProcessAndCommonParametersStandLast_data() { addCmdlets(); }
    void shouldProcessAndCommonParametersStandLast();
    void whatIsOursIsNotSentToServers_data() { addCmdlets(); }
    void whatIsOursIsNotSentToServers();

    void whatChangesDataSaysWhatItDoes_data() { addCmdlets(); }
    void whatChangesDataSaysWhatItDoes();
    void whatMovesAServiceHasAPointOfNoReturn();

    void namesAndPrefixesAreFoundAsPowerShellFindsThem();

private:
    static void addCmdlets();
};

void CmdletTableTest::addCmdlets()
{
    QTest::addColumn<QString>("name");
    for (const CmdletInfo &cmdlet : cmdletTable())
        QTest::newRow(qPrintable(cmdlet.name)) << cmdlet.name;
}

void CmdletTableTest::everyCmdletOfTheDesignIsThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("changesData");
    QTest::addColumn<bool>("asksByDefault");
    QTest::addColumn<bool>("writesReport");
    const auto row = [](const char *name, bool changesData, bool asksByDefault, bool writesReport) {
        QTest::newRow(name) << QString::fromLatin1(name) << changesData << asksByDefault << writesReport;
    };
    row("Backup-CsPool", true, false, true);
    row("Get-CsPool", false, false, false);
    row("Get-CsService", false, false, false);
    row("Get-CsPoolBackupRelationship", false, false, false);
    row("Get-CsBackupServiceStatus", false, false, false);
    row("Get-CsBackupServiceConfiguration", false, false, false);
    row("Set-CsBackupServiceConfiguration", true, false, false);
    row("Remove-CsBackupServiceConfiguration", true, true, false);
    row("Get-CsRegistrarConfiguration", false, false, false);
    row("Get-CsAdminRole", false, false, false);
    row("Invoke-CsBackupServiceSync", true, false, true);
    row("Invoke-CsPoolFailOver", true, true, true);
    row("Invoke-CsPoolFailBack", true, true, true);
    row("Invoke-CsManagementServerFailover", true, true, true);
    row("Set-CsEdgeServer", true, false, false);
    row("Get-CsManagementStoreReplicationStatus", false, false, false);
    row("Invoke-CsManagementStoreReplication", true, false, false);
    row("Remove-CsUserStoreBackupData", true, true, false);
    row("Publish-CsTopology", true, false, true);
    row("Get-CsTopology", false, false, false);
    row("Import-CsUserData", true, false, false);
    row("Export-CsUserData", false, false, false);
    row("New-Deployment", true, false, false);
    row("Get-CsUserData", false, false, false);
}

void CmdletTableTest::everyCmdletOfTheDesignIsThere()
{
    QFETCH(QString, name);
    QFETCH(bool, changesData);
    QFETCH(bool, asksByDefault);
    QFETCH(bool, writesReport);
    const CmdletInfo *cmdlet = findCmdlet(name);
    QVERIFY(cmdlet);
    QCOMPARE(cmdlet->changesData, changesData);
    QCOMPARE(cmdlet->asksByDefault, asksByDefault);
    QCOMPARE(cmdlet->writesReport, writesReport);
}

void CmdletTableTest::theTableIsSortedAndWithoutDoubles()
{
    const QList<CmdletInfo> &table = cmdletTable();
    for (qsizetype i = 1; i < table.size(); ++i)
        QVERIFY2(table[i - 1].name.compare(table[i].name, Qt::CaseInsensitive) < 0, qPrintable(table[i].name));
}

void CmdletTableTest::backupCsPoolHasTheParametersOfItsSpecification()
{
    // Names, order, types and required ones: the parameter table of reference/Backup-CsPool.md.
    const QString switchType = u"System.Management.Automation.SwitchParameter"_s;
    const QList<std::pair<QString, QString>> specified = {
        {u"PoolFqdn"_s, u"Microsoft.Rtc.Management.Deploy.Fqdn"_s},
        {u"Category"_s, u"Microsoft.Rtc.Management.Hadr.BackupService.BackupCategory"_s},
        {u"FailedOverPoolOnly"_s, switchType},
        {u"Force"_s, switchType},
        {u"FullBackup"_s, switchType},
        {u"LocalStore"_s, switchType},
        {u"Report"_s, u"System.String"_s},
        {u"RetryCount"_s, u"System.Int32"_s},
        {u"SteadyState"_s, switchType},
        {u"WaitTime"_s, u"System.TimeSpan"_s},
        {u"WhatIf"_s, switchType},
        {u"Confirm"_s, switchType},
    };
    const CmdletInfo *cmdlet = findCmdlet(u"Backup-CsPool");
    QVERIFY(cmdlet);
    QList<std::pair<QString, QString>> actual;
    for (const ParameterInfo &parameter : cmdlet->parameters) {
        if (!parameter.isCommon)
            actual.append({parameter.name, parameter.typeName});
        QCOMPARE(parameter.isRequired, parameter.name == u"PoolFqdn"_s);
    }
    QCOMPARE(actual, specified);
    QCOMPARE(cmdlet->parameter(u"Category")->allowedValues, (QStringList{u"UserData"_s, u"CMS"_s}));
    QVERIFY(cmdlet->outputTypeName.isEmpty());
}

void CmdletTableTest::everyRowIsWhole()
{
    QFETCH(QString, name);
    const CmdletInfo *cmdlet = findCmdlet(name);
    static const QRegularExpression verbNoun(u"^[A-Z][a-z]+-[A-Z][A-Za-z]+$"_s);
    QVERIFY(verbNoun.match(cmdlet->name).hasMatch());
    QVERIFY(cmdlet->synopsis.endsWith(u'.'));
    QVERIFY(cmdlet->description.endsWith(u'.'));
    QVERIFY(!cmdlet->examples.isEmpty());
    for (const Example &example : cmdlet->examples) {
        QVERIFY2(example.command.startsWith(cmdlet->name), qPrintable(example.command));
        QVERIFY2(example.explanation.endsWith(u'.'), qPrintable(example.explanation));
    }
    QVERIFY(!cmdlet->seeAlso.isEmpty());
    for (const QString &other : cmdlet->seeAlso) {
        QVERIFY2(findCmdlet(other), qPrintable(other));
        QVERIFY(other != cmdlet->name);
    }
    QVERIFY2(cmdlet->tableColumns.isEmpty() || !cmdlet->outputTypeName.isEmpty(), "columns of no output");
    QVERIFY2(!cmdlet->asksByDefault || cmdlet->supportsShouldProcess, "asks, but has no -Confirm:$false");
    QVERIFY2(!cmdlet->asksByDefault || cmdlet->parameter(u"Force"), "asks, but has no -Force");
    QVERIFY2(!cmdlet->supportsShouldProcess || cmdlet->changesData, "asks before it reads");
}

void CmdletTableTest::everyParameterIsWhole()
{
    QFETCH(QString, name);
    for (const ParameterInfo &parameter : findCmdlet(name)->parameters) {
        const QByteArray nameUtf8 = parameter.name.toUtf8();
        const char *where = nameUtf8.constData();
        QVERIFY2(parameter.help.endsWith(u'.') && parameter.help.front().isUpper(), where);
        QVERIFY2(!parameter.help.contains(u'%'), where); // an argument that was not filled in
        QVERIFY2(parameter.typeName.contains(u'.'), where);
        const bool isEnumeration = parameter.type == ParameterType::Enumeration;
        QVERIFY2(!isEnumeration || !parameter.allowedValues.isEmpty(), where);
        QVERIFY2(parameter.allowedValues.isEmpty() || isEnumeration || parameter.type == ParameterType::String, where);
        QCOMPARE(QSet<QString>(parameter.allowedValues.begin(), parameter.allowedValues.end()).size(),
                 parameter.allowedValues.size());
        const bool isNumber = parameter.type == ParameterType::Int32 || parameter.type == ParameterType::TimeSpan;
        QVERIFY2(isNumber == parameter.minimum.has_value() && isNumber == parameter.maximum.has_value(), where);
        QVERIFY2(!isNumber || *parameter.minimum < *parameter.maximum, where);
        QVERIFY2(parameter.path == PathSide::None || parameter.type == ParameterType::String, where);
        QVERIFY2(!parameter.isRequired || parameter.defaultText.isEmpty(), where);
        QVERIFY2(!parameter.isRequired || parameter.type != ParameterType::Switch, where);
    }
}

void CmdletTableTest::parameterNamesAndAliasesAreUnique()
{
    QFETCH(QString, name);
    QSet<QString> seen;
    for (const ParameterInfo &parameter : findCmdlet(name)->parameters) {
        QStringList words = parameter.aliases;
        words.append(parameter.name);
        for (const QString &word : words) {
            QVERIFY2(!seen.contains(word.toLower()), qPrintable(word));
            seen.insert(word.toLower());
        }
    }
}

void CmdletTableTest::rulesNameParametersThatExist()
{
    QFETCH(QString, name);
    const CmdletInfo *cmdlet = findCmdlet(name);
    for (const ParameterInfo &parameter : cmdlet->parameters) {
        for (const QString &excluded : parameter.excludes) {
            const ParameterInfo *other = cmdlet->parameter(excluded);
            QVERIFY2(other && other != &parameter && other->name == excluded, qPrintable(excluded));
            QVERIFY2(other->excludes.contains(parameter.name), qPrintable(excluded));
            QVERIFY2(!parameter.isRequired && !other->isRequired, qPrintable(excluded));
        }
        for (const QString &needed : parameter.needs) {
            const ParameterInfo *other = cmdlet->parameter(needed);
            QVERIFY2(other && other != &parameter && other->name == needed, qPrintable(needed));
            QVERIFY2(!parameter.excludes.contains(needed), qPrintable(needed));
        }
    }
    for (const QString &oneOf : cmdlet->requiresOneOf)
        QVERIFY2(cmdlet->parameter(oneOf), qPrintable(oneOf));
}

void CmdletTableTest::positionsHaveNoGaps()
{
    QFETCH(QString, name);
    QList<int> positions;
    for (const ParameterInfo &parameter : findCmdlet(name)->parameters) {
        if (parameter.position >= 0)
            positions.append(parameter.position);
    }
    std::sort(positions.begin(), positions.end());
    for (qsizetype i = 0; i < positions.size(); ++i)
        QCOMPARE(positions[i], int(i));
}

void CmdletTableTest::shouldProcessAndCommonParametersStandLast()
{
    QFETCH(QString, name);
    const CmdletInfo *cmdlet = findCmdlet(name);
    QStringList expected;
    if (cmdlet->supportsShouldProcess)
        expected << u"WhatIf"_s << u"Confirm"_s;
    expected << u"Verbose"_s << u"ErrorAction"_s << u"WarningAction"_s;
    QStringList last;
    for (const ParameterInfo &parameter : cmdlet->parameters.last(expected.size()))
        last.append(parameter.name);
    QCOMPARE(last, expected);
    QCOMPARE(cmdlet->parameter(u"wi") != nullptr, cmdlet->supportsShouldProcess);
    QCOMPARE(cmdlet->parameter(u"CF") != nullptr, cmdlet->supportsShouldProcess);
    QCOMPARE(cmdlet->parameter(u"ea"), cmdlet->parameter(u"ErrorAction"));
}

void CmdletTableTest::whatIsOursIsNotSentToServers()
{
    QFETCH(QString, name);
    const CmdletInfo *cmdlet = findCmdlet(name);
    QVERIFY(!cmdlet->isOurs || cmdlet->availability == Availability::LabOnly);
    for (const ParameterInfo &parameter : cmdlet->parameters) {
        if (parameter.isOurs && !cmdlet->isOurs)
            QVERIFY2(parameter.availability == Availability::LabOnly, qPrintable(parameter.name));
        if (parameter.availability == Availability::LabOnly)
            QVERIFY2(parameter.help.contains(u"ours"_s, Qt::CaseInsensitive), qPrintable(parameter.name));
    }
}

void CmdletTableTest::whatChangesDataSaysWhatItDoes()
{
    QFETCH(QString, name);
    const CmdletInfo *cmdlet = findCmdlet(name);
    const CmdletPhrases &phrases = cmdlet->phrases;
    // A button that says only "Run" is no question about a change.
    QVERIFY(phrases.verb || !cmdlet->changesData);
    QVERIFY(phrases.deed || !cmdlet->asksByDefault);
    const bool isOfPools = phrases.onePoolVerb;
    for (const char *text : {phrases.onePool, phrases.severalVerb, phrases.several})
        QCOMPARE(text != nullptr, isOfPools);
    if (!isOfPools)
        return;
    QVERIFY(cmdlet->parameter(u"PoolFqdn"));
    QVERIFY(QByteArray(phrases.onePool).contains("%1"));
    for (const char *text : {phrases.severalVerb, phrases.several})
        QVERIFY(QByteArray(text).contains("%n"));
}

void CmdletTableTest::whatMovesAServiceHasAPointOfNoReturn()
{
    QStringList found;
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        if (cmdlet.hasPointOfNoReturn)
            found.append(cmdlet.name);
    }
    QCOMPARE(
        found,
        QStringList({u"Invoke-CsManagementServerFailover"_s, u"Invoke-CsPoolFailBack"_s, u"Invoke-CsPoolFailOver"_s}));
}

void CmdletTableTest::namesAndPrefixesAreFoundAsPowerShellFindsThem()
{
    const auto names = [](const QList<const ParameterInfo *> &parameters) {
        QStringList result;
        for (const ParameterInfo *parameter : parameters)
            result.append(parameter->name);
        return result.join(u' ');
    };
    const CmdletInfo *cmdlet = findCmdlet(u"BACKUP-cspool");
    QVERIFY(cmdlet);
    QCOMPARE(cmdlet->name, u"Backup-CsPool"_s);
    QCOMPARE(findCmdlet(u"Backup-Cs"), nullptr);
    QCOMPARE(findCmdlet(u""), nullptr);
    QCOMPARE(cmdlet->parameter(u"poolfqdn")->name, u"PoolFqdn"_s);
    QCOMPARE(cmdlet->parameter(u"Pool"), nullptr);
    QCOMPARE(names(cmdlet->parametersMatching(u"p")), u"PoolFqdn"_s);
    QCOMPARE(names(cmdlet->parametersMatching(u"F")), u"FailedOverPoolOnly Force FullBackup"_s);
    // An alias is an exact match, even where it begins other names: "wa" is WarningAction although WaitTime begins so.
    QCOMPARE(names(cmdlet->parametersMatching(u"wa")), u"WarningAction"_s);
    QCOMPARE(names(cmdlet->parametersMatching(u"w")), u"WaitTime WhatIf WarningAction"_s);
    QVERIFY(cmdlet->parametersMatching(u"x").isEmpty());
}

QTEST_GUILESS_MAIN(CmdletTableTest)
#include "tst_cmdlet_table.moc"
