<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClixmlReader</name>
    <message numerus="yes">
        <source>The server&apos;s data should be one value, but has %n of them.</source>
        <translation>
            <numerusform>The server&apos;s data should be one value, but has %n of them.</numerusform>
            <numerusform>The server&apos;s data should be one value, but has %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::BackgroundPresence</name>
    <message numerus="yes">
        <source>CsPool Console: %n job(s) under way</source>
        <translation>
            <numerusform>CsPool Console: %n job under way</numerusform>
            <numerusform>CsPool Console: %n jobs under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::CheckDetails</name>
    <message numerus="yes">
        <source>%n more. Copy the check to see all of them.</source>
        <translation>
            <numerusform>%n more. Copy the check to see it.</numerusform>
            <numerusform>%n more. Copy the check to see all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::CloseQuestion</name>
    <message numerus="yes">
        <source>Cancelling… The window closes when %n job(s) have ended.</source>
        <translation>
            <numerusform>Cancelling… The window closes when %n job has ended.</numerusform>
            <numerusform>Cancelling… The window closes when %n jobs have ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) have not ended. What shall become of them?</source>
        <translation>
            <numerusform>%n job has not ended. What shall become of it?</numerusform>
            <numerusform>%n jobs have not ended. What shall become of them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::CommandPhrases</name>
    <message numerus="yes">
        <source>Back up %n pools</source>
        <translation>
            <numerusform>Back up %n pool</numerusform>
            <numerusform>Back up %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back up %n pools to their backup pools</source>
        <translation>
            <numerusform>Back up %n pool to its backup pool</numerusform>
            <numerusform>Back up %n pools to their backup pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fail over %n pools</source>
        <translation>
            <numerusform>Fail over %n pool</numerusform>
            <numerusform>Fail over %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fail over %n pools to their backup pools</source>
        <translation>
            <numerusform>Fail over %n pool to its backup pool</numerusform>
            <numerusform>Fail over %n pools to their backup pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fail back %n pools</source>
        <translation>
            <numerusform>Fail back %n pool</numerusform>
            <numerusform>Fail back %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n pools their users back</source>
        <translation>
            <numerusform>Give %n pool its users back</numerusform>
            <numerusform>Give %n pools their users back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export user data of %n pools</source>
        <translation>
            <numerusform>Export user data of %n pool</numerusform>
            <numerusform>Export user data of %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the user data of %n pools</source>
        <translation>
            <numerusform>Export the user data of %n pool</numerusform>
            <numerusform>Export the user data of %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import user data into %n pools</source>
        <translation>
            <numerusform>Import user data into %n pool</numerusform>
            <numerusform>Import user data into %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove data from %n pools</source>
        <translation>
            <numerusform>Remove data from %n pool</numerusform>
            <numerusform>Remove data from %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the data of former partners from %n pools</source>
        <translation>
            <numerusform>Remove the data of former partners from %n pool</numerusform>
            <numerusform>Remove the data of former partners from %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %1 for %n pools</source>
        <translation>
            <numerusform>Run %1 for %n pool</numerusform>
            <numerusform>Run %1 for %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise %n pools</source>
        <translation>
            <numerusform>Synchronise %n pool</numerusform>
            <numerusform>Synchronise %n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise %n pools with their backup pools</source>
        <translation>
            <numerusform>Synchronise %n pool with its backup pool</numerusform>
            <numerusform>Synchronise %n pools with their backup pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back up %n pools; those that are failed over from their backup pools</source>
        <translation>
            <numerusform>Back up %n pool; if it is failed over, from its backup pool</numerusform>
            <numerusform>Back up %n pools; those that are failed over from their backup pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::CommandWarnings</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::ConfigurationForm</name>
    <message numerus="yes">
        <source>The configuration was changed, with %n warning(s): see the job.</source>
        <translation>
            <numerusform>The configuration was changed, with %n warning: see the job.</numerusform>
            <numerusform>The configuration was changed, with %n warnings: see the job.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::DeploymentBanner</name>
    <message numerus="yes">
        <source>%n other(s) open</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n other open</numerusform>
            <numerusform>%n others open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) open, a connection is lost</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n other open, a connection is lost</numerusform>
            <numerusform>%n others open, a connection is lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) open, a connection is interrupted</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n other open, a connection is interrupted</numerusform>
            <numerusform>%n others open, a connection is interrupted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::FailoverCheck</name>
    <message numerus="yes">
        <source>Ready, but look at this before: %n check(s) need attention.</source>
        <translation>
            <numerusform>Ready, but look at this before: %n check needs attention.</numerusform>
            <numerusform>Ready, but look at this before: %n checks need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not ready: %n check(s) stand in the way.</source>
        <translation>
            <numerusform>Not ready: %n check stands in the way.</numerusform>
            <numerusform>Not ready: %n checks stand in the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing that is known stands in the way, but %n check(s) have no answer.</source>
        <translation>
            <numerusform>Nothing that is known stands in the way, but %n check has no answer.</numerusform>
            <numerusform>Nothing that is known stands in the way, but %n checks have no answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 But its master has given no sign of life for more than %n minute(s) (a bound of ours): it may be out of reach.</source>
        <translation>
            <numerusform>%1 But its master has given no sign of life for more than %n minute (a bound of ours): it may be out of reach.</numerusform>
            <numerusform>%1 But its master has given no sign of life for more than %n minutes (a bound of ours): it may be out of reach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) are not up to date: %1. A server with an old replica works with the old topology, so every replica is brought up to date before the pool is failed over.</source>
        <translation>
            <numerusform>%n replica is not up to date: %1. A server with an old replica works with the old topology, so every replica is brought up to date before the pool is failed over.</numerusform>
            <numerusform>%n replicas are not up to date: %1. A server with an old replica works with the old topology, so every replica is brought up to date before the pool is failed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n replica(s) it is not reported whether they are up to date: %1.</source>
        <translation>
            <numerusform>Of %n replica it is not reported whether it is up to date: %1.</numerusform>
            <numerusform>Of %n replicas it is not reported whether they are up to date: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every replica is up to date (%n).</source>
        <comment>number of replicas</comment>
        <translation>
            <numerusform>Every replica is up to date (%n).</numerusform>
            <numerusform>Every replica is up to date (%n).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is the next hop of %n Edge pool(s): %2. Such a pool is not failed over: the next hop has to lead elsewhere before.</source>
        <translation>
            <numerusform>%1 is the next hop of %n Edge pool: %2. Such a pool is not failed over: the next hop has to lead elsewhere before.</numerusform>
            <numerusform>%1 is the next hop of %n Edge pools: %2. Such a pool is not failed over: the next hop has to lead elsewhere before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, which is down, is the next hop of %n Edge pool(s): %2. Users outside reach nobody until it leads elsewhere.</source>
        <translation>
            <numerusform>%1, which is down, is the next hop of %n Edge pool: %2. Users outside reach nobody until it leads elsewhere.</numerusform>
            <numerusform>%1, which is down, is the next hop of %n Edge pools: %2. Users outside reach nobody until it leads elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is the next hop of %n Edge pool(s): %2. That does not hinder the failback; afterwards it can be moved back to %3.</source>
        <translation>
            <numerusform>%1 is the next hop of %n Edge pool: %2. That does not hinder the failback; afterwards it can be moved back to %3.</numerusform>
            <numerusform>%1 is the next hop of %n Edge pools: %2. That does not hinder the failback; afterwards it can be moved back to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next hop of %n Edge pool(s) is not reported: %1. Look in Topology Builder.</source>
        <translation>
            <numerusform>The next hop of %n Edge pool is not reported: %1. Look in Topology Builder.</numerusform>
            <numerusform>The next hop of %n Edge pools is not reported: %1. Look in Topology Builder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 itself is not offered to the user who is signed in, and %n cmdlet(s) in all that this may need.</source>
        <translation>
            <numerusform>%1 itself is not offered to the user who is signed in: %n cmdlet that this may need is missing.</numerusform>
            <numerusform>%1 itself is not offered to the user who is signed in: %n cmdlets that this may need are missing in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cmdlet(s) that this may need are not offered to the user who is signed in. What they would tell is unknown, and what they do has to be run elsewhere.</source>
        <translation>
            <numerusform>%n cmdlet that this may need is not offered to the user who is signed in. What it would tell is unknown, and what it does has to be run elsewhere.</numerusform>
            <numerusform>%n cmdlets that this may need are not offered to the user who is signed in. What they would tell is unknown, and what they do has to be run elsewhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::FailoverPage</name>
    <message numerus="yes">
        <source>%n guided operation(s) have not been finished.</source>
        <translation>
            <numerusform>%n guided operation has not been finished.</numerusform>
            <numerusform>%n guided operations have not been finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::HealthSummary</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n not read yet</numerusform>
            <numerusform>%n not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <comment>pools with problems</comment>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s)</source>
        <comment>that can be backed up</comment>
        <translation>
            <numerusform>%n pool</numerusform>
            <numerusform>%n pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobCommands</name>
    <message numerus="yes">
        <source>Cancel %n job(s) of this console?</source>
        <translation>
            <numerusform>Cancel %n job of this console?</numerusform>
            <numerusform>Cancel %n jobs of this console?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s) that have begun?</source>
        <translation>
            <numerusform>Cancel %n job that has begun?</numerusform>
            <numerusform>Cancel %n jobs that have begun?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobLogView</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match(es)</numerusform>
            <numerusform>%n match(es)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobText</name>
    <message numerus="yes">
        <source>%n day(s) %1</source>
        <comment>hours, minutes and seconds</comment>
        <translation>
            <numerusform>%n day %1</numerusform>
            <numerusform>%n days %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobsIndicator</name>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n question to answer</numerusform>
            <numerusform>%n questions to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 waiting</source>
        <translation>
            <numerusform>%n job running, %1 waiting</numerusform>
            <numerusform>%n jobs running, %1 waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobsPage</name>
    <message numerus="yes">
        <source>%n job(s) ask questions and wait for the answers.</source>
        <translation>
            <numerusform>%n job ask questions and wait for the answers.</numerusform>
            <numerusform>%n jobs ask questions and wait for the answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::LeaveQuestion</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 have not ended. What shall become of them?</source>
        <translation>
            <numerusform>%n job of %1 has not ended. What shall become of it?</numerusform>
            <numerusform>%n jobs of %1 have not ended. What shall become of them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentRun</name>
    <message numerus="yes">
        <source>done, with %n warning(s); the page of jobs shows them</source>
        <translation>
            <numerusform>done, with %n warning; the page of jobs shows them</numerusform>
            <numerusform>done, with %n warnings; the page of jobs shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentSourcePage</name>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n site: %1</numerusform>
            <numerusform>%n sites: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) that can be backed up: %1</source>
        <translation>
            <numerusform>%n pool that can be backed up: %1</numerusform>
            <numerusform>%n pools that can be backed up: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s), without user data of their own: %1</source>
        <comment>pools and servers</comment>
        <translation>
            <numerusform>%n other, without user data of its own: %1</numerusform>
            <numerusform>%n others, without user data of their own: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::PairingsPage</name>
    <message numerus="yes">
        <source>%n pair(s) of pools.</source>
        <translation>
            <numerusform>%n pair of pools.</numerusform>
            <numerusform>%n pairs of pools.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) without a backup pool.</source>
        <translation>
            <numerusform>%n pool without a backup pool.</numerusform>
            <numerusform>%n pools without a backup pool.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that are not supported, or not mutual.</source>
        <translation>
            <numerusform>%n pair that is not supported, or not mutual.</numerusform>
            <numerusform>%n pairs that are not supported, or not mutual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::PoolJobsTab</name>
    <message numerus="yes">
        <source>%n job(s) of this pool, run from this console. Enter shows the selected one.</source>
        <translation>
            <numerusform>%n job of this pool, run from this console. Enter shows the selected one.</numerusform>
            <numerusform>%n jobs of this pool, run from this console. Enter shows the selected one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::PoolsPage</name>
    <message numerus="yes">
        <source>%1 of %Ln pool(s)</source>
        <comment>shown, all</comment>
        <translation>
            <numerusform>%1 of %Ln pool</numerusform>
            <numerusform>%1 of %Ln pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Go on with the other %Ln pool(s)</source>
        <comment>those that can take part</comment>
        <translation>
            <numerusform>&amp;Go on with the other pool</numerusform>
            <numerusform>&amp;Go on with the other %Ln pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::PrintPreview</name>
    <message numerus="yes">
        <source>Printing %n sheet(s)…</source>
        <translation>
            <numerusform>Printing %n sheet…</numerusform>
            <numerusform>Printing %n sheets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You cancelled the printing. The printer may still print the first %n sheet(s).</source>
        <translation>
            <numerusform>You cancelled the printing. The printer may still print the first %n sheet.</numerusform>
            <numerusform>You cancelled the printing. The printer may still print the first %n sheets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::QueryRunner</name>
    <message numerus="yes">
        <source>%1 has not answered within %n second(s).</source>
        <translation>
            <numerusform>%1 has not answered within %n second.</numerusform>
            <numerusform>%1 has not answered within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RefreshMenu</name>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RemoteLink</name>
    <message numerus="yes">
        <source>%1 did not open a session within %n second(s).</source>
        <translation>
            <numerusform>%1 did not open a session within %n second.</numerusform>
            <numerusform>%1 did not open a session within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RemoteSteps</name>
    <message numerus="yes">
        <source>%n more activity(ies) of the server are not listed.</source>
        <translation>
            <numerusform>%n more activity of the server is not listed.</numerusform>
            <numerusform>%n more activities of the server are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::ReportOutput</name>
    <message numerus="yes">
        <source>The PDF %1 was written, with %n sheet(s).</source>
        <translation>
            <numerusform>The PDF %1 was written, with %n sheet.</numerusform>
            <numerusform>The PDF %1 was written, with %n sheets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RolesTab</name>
    <message numerus="yes">
        <source>%n role(s) of this deployment hold Backup-CsPool (Get-CsAdminRole, read %1).</source>
        <translation>
            <numerusform>%n role of this deployment hold Backup-CsPool (Get-CsAdminRole, read %1).</numerusform>
            <numerusform>%n roles of this deployment hold Backup-CsPool (Get-CsAdminRole, read %1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::StepFinding</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of the Central Management store are not up to date: %1. The replication takes some minutes. A replica that stays behind belongs to a server that cannot be reached, or whose service Replica Replicator Agent does not run.</source>
        <translation>
            <numerusform>%n replica of the Central Management store is not up to date: %1. The replication takes some minutes. A replica that stays behind belongs to a server that cannot be reached, or whose service Replica Replicator Agent does not run.</numerusform>
            <numerusform>%n replicas of the Central Management store are not up to date: %1. The replication takes some minutes. A replica that stays behind belongs to a server that cannot be reached, or whose service Replica Replicator Agent does not run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether it is up to date is not reported of %n replica(s): %1.</source>
        <translation>
            <numerusform>Whether it is up to date is not reported of %n replica: %1.</numerusform>
            <numerusform>Whether they are up to date is not reported of %n replicas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of the Central Management store are up to date.</source>
        <translation>
            <numerusform>%n replica of the Central Management store is up to date.</numerusform>
            <numerusform>%n replicas of the Central Management store are up to date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::TimeText</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::WsmanErrors</name>
    <message numerus="yes">
        <source>%n minute(s).</source>
        <translation>
            <numerusform>%n minute.</numerusform>
            <numerusform>%n minutes.</numerusform>
        </translation>
    </message>
</context>
</TS>
