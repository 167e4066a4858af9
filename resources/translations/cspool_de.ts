<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApplicationLog</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The log file %1 cannot be written: %2.</source>
        <translation>Die Protokolldatei %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The command runs without a log; make the folder writable to have one.</source>
        <translation>Der Befehl läuft ohne Protokoll; machen Sie den Ordner beschreibbar, um eines zu erhalten.</translation>
    </message>
</context>
<context>
    <name>BackupServiceConfiguration</name>
    <message>
        <source>There is no backup service configuration &quot;%1&quot;.</source>
        <translation>Es gibt keine Konfiguration des Sicherungsdienstes namens „%1“.</translation>
    </message>
    <message>
        <source>There is one for all pools, with the identity Global.</source>
        <translation>Es gibt eine für alle Pools, mit der Identität Global.</translation>
    </message>
</context>
<context>
    <name>ChoicePrompt</name>
    <message>
        <source>[?] Help</source>
        <translation>[?] Hilfe</translation>
    </message>
    <message>
        <source>(default is &quot;%1&quot;)</source>
        <translation>(Vorgabe ist „%1“)</translation>
    </message>
    <message>
        <source>User name: </source>
        <translation>Benutzername: </translation>
    </message>
</context>
<context>
    <name>ClixmlReader</name>
    <message>
        <source>It is nested more deeply than is allowed.</source>
        <translation>Es ist tiefer geschachtelt als erlaubt.</translation>
    </message>
    <message>
        <source>The element %1 must not stand where it stands.</source>
        <translation>Das Element %1 darf nicht stehen, wo es steht.</translation>
    </message>
    <message>
        <source>The number of a reference is not a number.</source>
        <translation>Die Nummer eines Verweises ist keine Zahl.</translation>
    </message>
    <message>
        <source>It has more values than are allowed.</source>
        <translation>Es hat mehr Werte als erlaubt.</translation>
    </message>
    <message>
        <source>Two objects have the same number.</source>
        <translation>Zwei Objekte haben dieselbe Nummer.</translation>
    </message>
    <message>
        <source>A reference to an object does not say to which.</source>
        <translation>Ein Verweis auf ein Objekt sagt nicht, auf welches.</translation>
    </message>
    <message>
        <source>A reference is to an object that is not there.</source>
        <translation>Ein Verweis gilt einem Objekt, das es nicht gibt.</translation>
    </message>
    <message>
        <source>An object refers to one that encloses it.</source>
        <translation>Ein Objekt verweist auf eines, das es umschließt.</translation>
    </message>
    <message>
        <source>An object has two of what it may have once.</source>
        <translation>Ein Objekt hat zweimal, was es nur einmal haben darf.</translation>
    </message>
    <message>
        <source>Text stands where none may stand.</source>
        <translation>Es steht Text, wo keiner stehen darf.</translation>
    </message>
    <message>
        <source>It has more text than is allowed.</source>
        <translation>Es hat mehr Text als erlaubt.</translation>
    </message>
    <message>
        <source>An entry of a dictionary is not a key and a value.</source>
        <translation>Ein Eintrag eines Wörterbuchs besteht nicht aus Schlüssel und Wert.</translation>
    </message>
    <message>
        <source>The text of an element %1 is not one of its values.</source>
        <translation>Der Text eines Elements %1 ist keiner von dessen Werten.</translation>
    </message>
    <message>
        <source>A reference is to type names that are not there.</source>
        <translation>Ein Verweis gilt Typnamen, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The server&apos;s data could not be read beyond line %1, column %2. %3</source>
        <translation>Die Daten des Servers konnten nach Zeile %1, Spalte %2 nicht weiter gelesen werden. %3</translation>
    </message>
    <message>
        <source>Data follows the end of the document.</source>
        <translation>Nach dem Ende des Dokuments folgen Daten.</translation>
    </message>
    <message>
        <source>It ends in the middle of a value.</source>
        <translation>Es endet mitten in einem Wert.</translation>
    </message>
    <message>
        <source>It has a document type definition, which is not allowed in it.</source>
        <translation>Es hat eine Dokumenttypdefinition, die darin nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>It refers to an entity that is not known.</source>
        <translation>Es verweist auf eine Entität, die nicht bekannt ist.</translation>
    </message>
    <message>
        <source>It is not well-formed XML.</source>
        <translation>Es ist kein wohlgeformtes XML.</translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s data should be one value, but has %n of them.</source>
        <translation>
            <numerusform>Die Daten des Servers sollten ein Wert sein, haben aber %n.</numerusform>
            <numerusform>Die Daten des Servers sollten ein Wert sein, haben aber %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>There is no cmdlet &quot;%1&quot;.</source>
        <translation>Es gibt kein Cmdlet „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;cspool Get-Help&quot; for a list of all cmdlets.</source>
        <translation>„cspool Get-Help“ listet alle Cmdlets auf.</translation>
    </message>
    <message>
        <source>Quote a value with a dollar sign, as in &apos;%1$false&apos;: the shell replaces $false by nothing otherwise.</source>
        <translation>Setzen Sie einen Wert mit Dollarzeichen in Anführungszeichen wie in &apos;%1$false&apos;: Die Shell ersetzt $false sonst durch nichts.</translation>
    </message>
    <message>
        <source>There is no deployment yet, so the sample deployment litwareinc.com is made in %1 first.</source>
        <translation>Es gibt noch keine Bereitstellung, deshalb wird zuerst die Beispielbereitstellung litwareinc.com in %1 angelegt.</translation>
    </message>
    <message>
        <source>%1 does not offer the cmdlet %2 to this user.</source>
        <translation>%1 bietet diesem Benutzer das Cmdlet %2 nicht an.</translation>
    </message>
    <message>
        <source>Sign in as somebody whose roles allow it.</source>
        <translation>Melden Sie sich als jemand an, dessen Rollen es erlauben.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt …</translation>
    </message>
</context>
<context>
    <name>ConsoleMain</name>
    <message>
        <source>The console runs already (process %1) and does not answer.</source>
        <translation>Die Konsole läuft bereits (Prozess %1) und antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>ConsoleOptions</name>
    <message>
        <source>Run &quot;cspool-console --help&quot; for all options.</source>
        <translation>„cspool-console --help“ zeigt alle Optionen.</translation>
    </message>
    <message>
        <source>Backs up Lync Server and Skype for Business Server pools by pointing and clicking.</source>
        <translation>Sichert Pools von Lync Server und Skype for Business Server per Mausklick.</translation>
    </message>
    <message>
        <source>Opens the lab deployment in the folder; otherwise the one that was open last.</source>
        <translation>Öffnet die Laborbereitstellung im Ordner; sonst die zuletzt geöffnete.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <comment>placeholder of a command-line option</comment>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Colours for this run: system, light or dark.</source>
        <translation>Farben für diesen Lauf: system, light oder dark.</translation>
    </message>
    <message>
        <source>THEME</source>
        <comment>placeholder of a command-line option</comment>
        <translation>FARBEN</translation>
    </message>
    <message>
        <source>Language for this run: %1.</source>
        <translation>Sprache für diesen Lauf: %1.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <comment>placeholder of a command-line option</comment>
        <translation>SPRACHE</translation>
    </message>
    <message>
        <source>How much the log gets: %1.</source>
        <translation>Wie viel in das Protokoll kommt: %1.</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <comment>placeholder of a command-line option</comment>
        <translation>STUFE</translation>
    </message>
    <message>
        <source>Shows this help and ends.</source>
        <translation>Zeigt diese Hilfe und endet.</translation>
    </message>
    <message>
        <source>Shows the version and ends.</source>
        <translation>Zeigt die Version und endet.</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; is not understood.</source>
        <translation>Das Argument „%1“ ist unverständlich.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;.</source>
        <translation>Es gibt keine Farben „%1“.</translation>
    </message>
    <message>
        <source>There is no translation &quot;%1&quot;.</source>
        <translation>Es gibt keine Übersetzung „%1“.</translation>
    </message>
    <message>
        <source>There is no log level &quot;%1&quot;.</source>
        <translation>Es gibt keine Protokollstufe „%1“.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The command was cancelled.</source>
        <translation>Der Befehl wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>GuidedQuestions</name>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Erneut ansehen</translation>
    </message>
    <message>
        <source>Ask the deployment again whether the goal of the step is reached.</source>
        <translation>Die Bereitstellung noch einmal fragen, ob das Ziel des Schritts erreicht ist.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Leave the operation here; it can be gone on with later.</source>
        <translation>Den Vorgang hier verlassen; er kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>E&amp;rneut ausführen</translation>
    </message>
    <message>
        <source>Run the command line of the step again.</source>
        <translation>Die Befehlszeile des Schritts noch einmal ausführen.</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Run the command line now.</source>
        <translation>Die Befehlszeile jetzt ausführen.</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Run nothing, and leave the operation here; it can be gone on with later.</source>
        <translation>Nichts ausführen und den Vorgang hier verlassen; er kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>This step runs nothing: it is only looked at.</source>
        <translation>Dieser Schritt führt nichts aus: Es wird nur nachgesehen.</translation>
    </message>
    <message>
        <source>Run the line there, then press Enter: the deployment is asked whether it has reached its goal.</source>
        <translation>Führen Sie die Zeile dort aus und drücken Sie dann die Eingabetaste: Die Bereitstellung wird gefragt, ob das Ziel erreicht ist.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>It was run; ask the deployment now.</source>
        <translation>Sie wurde ausgeführt; jetzt die Bereitstellung fragen.</translation>
    </message>
    <message>
        <source>The goal of the step is not reached. What next?</source>
        <translation>Das Ziel des Schritts ist nicht erreicht. Was nun?</translation>
    </message>
    <message>
        <source>Run this step now?</source>
        <translation>Diesen Schritt jetzt ausführen?</translation>
    </message>
    <message>
        <source>Leave &amp;out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>Leave the step out, and go on with the next one.</source>
        <translation>Den Schritt auslassen und mit dem nächsten weitermachen.</translation>
    </message>
</context>
<context>
    <name>GuidedText</name>
    <message>
        <source>Told by %1, %2.</source>
        <translation>Mitgeteilt von %1, %2.</translation>
    </message>
    <message>
        <source>To be told by %1.</source>
        <translation>Mitzuteilen von %1.</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Reached:</source>
        <translation>Erreicht:</translation>
    </message>
    <message>
        <source>Not reached:</source>
        <translation>Nicht erreicht:</translation>
    </message>
    <message>
        <source>In between:</source>
        <translation>Dazwischen:</translation>
    </message>
    <message>
        <source>Unknown:</source>
        <translation>Unbekannt:</translation>
    </message>
    <message>
        <source>its backup pool (not known)</source>
        <translation>seinen Sicherungspool (nicht bekannt)</translation>
    </message>
    <message>
        <source>Lab deployment %1, %2.</source>
        <translation>Laborbereitstellung %1, %2.</translation>
    </message>
    <message>
        <source>Genuine servers, %1.</source>
        <translation>Echte Server, %1.</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 (to be run elsewhere)</source>
        <translation>%1 (anderswo auszuführen)</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (wahlweise)</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Read at %1.</source>
        <translation>Gelesen um %1.</translation>
    </message>
    <message>
        <source>To run next:</source>
        <translation>Als Nächstes auszuführen:</translation>
    </message>
    <message>
        <source>WHAT IS LOST</source>
        <translation>WAS VERLOREN GEHT</translation>
    </message>
    <message>
        <source>DISASTER: failover of %1 to %2. %1 is taken to be down.</source>
        <translation>NOTFALL: Failover von %1 auf %2. %1 gilt als ausgefallen.</translation>
    </message>
    <message>
        <source>Planned failover of %1 to %2. It needs both pools to be up.</source>
        <translation>Geplanter Failover von %1 auf %2. Dazu müssen beide Pools arbeiten.</translation>
    </message>
    <message>
        <source>DISASTER: failback of %1 without %2. %2 is taken to be down.</source>
        <translation>NOTFALL: Failback von %1 ohne %2. %2 gilt als ausgefallen.</translation>
    </message>
    <message>
        <source>Failback of %1 from %2. It needs both pools to be up.</source>
        <translation>Failback von %1 von %2. Dazu müssen beide Pools arbeiten.</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1 oder weniger</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>named</source>
        <translation>benannt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Not together with</source>
        <translation>Nicht zusammen mit</translation>
    </message>
    <message>
        <source>Only together with</source>
        <translation>Nur zusammen mit</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>in a lab on this machine, otherwise on the server</source>
        <translation>in einem Labor auf diesem Rechner, sonst auf dem Server</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>a parameter of this program, not of Microsoft&apos;s cmdlet</source>
        <translation>ein Parameter dieses Programms, nicht von Microsofts Cmdlet</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>in a lab deployment only</source>
        <translation>nur in einer Laborbereitstellung</translation>
    </message>
    <message>
        <source>against a server only</source>
        <translation>nur bei einem Server</translation>
    </message>
    <message>
        <source>Done; with -WhatIf: shown what would be done.</source>
        <translation>Fertig; mit -WhatIf: gezeigt, was getan würde.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Wrong usage: the command was not run.</source>
        <translation>Falsche Verwendung: Der Befehl wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Cancelled, by Ctrl+C or because a question could not be answered.</source>
        <translation>Abgebrochen, durch Strg+C oder weil eine Frage nicht beantwortet werden konnte.</translation>
    </message>
    <message>
        <source>Skipped: nothing had to be done, or every question was answered No.</source>
        <translation>Übersprungen: Es musste nichts getan werden, oder jede Frage wurde mit Nein beantwortet.</translation>
    </message>
    <message>
        <source>The folder of the deployment, when --deployment is absent.</source>
        <translation>Der Ordner der Bereitstellung, wenn --deployment fehlt.</translation>
    </message>
    <message>
        <source>When it is set and not empty, no colors are used.</source>
        <translation>Ist sie gesetzt und nicht leer, werden keine Farben verwendet.</translation>
    </message>
    <message>
        <source>The default deployment.</source>
        <translation>Die Standardbereitstellung.</translation>
    </message>
    <message>
        <source>The history: every run and its records.</source>
        <translation>Der Verlauf: jeder Lauf und seine Datensätze.</translation>
    </message>
    <message>
        <source>The log: cspool.log and its two predecessors, 5 MB each at most.</source>
        <translation>Das Protokoll: cspool.log und seine beiden Vorgänger, jeweils höchstens 5 MB.</translation>
    </message>
    <message>
        <source>Usage: cspool [options] CMDLET -Parameter value …</source>
        <translation>Aufruf: cspool [Optionen] CMDLET -Parameter Wert …</translation>
    </message>
    <message>
        <source>Possible values: %1.</source>
        <translation>Mögliche Werte: %1.</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>CMDLETS</source>
        <translation>CMDLETS</translation>
    </message>
    <message>
        <source>EXIT CODES</source>
        <translation>EXITCODES</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>UMGEBUNG</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>ÜBERSICHT</translation>
    </message>
    <message>
        <source>SYNTAX</source>
        <translation>SYNTAX</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>BESCHREIBUNG</translation>
    </message>
    <message>
        <source>This cmdlet is this program&apos;s own, not one of Microsoft&apos;s.</source>
        <translation>Dieses Cmdlet gehört zu diesem Programm und ist keines von Microsoft.</translation>
    </message>
    <message>
        <source>PARAMETERS</source>
        <translation>PARAMETER</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <translation>BEISPIELE</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>SIEHE AUCH</translation>
    </message>
    <message>
        <source>Backs up Lync Server and Skype for Business Server pools, and runs the cmdlets around that, on a lab deployment on this machine, or on genuine servers over PowerShell Remoting.</source>
        <translation>Sichert Pools von Lync Server und Skype for Business Server und führt die Cmdlets rund darum aus, in einer Laborbereitstellung auf diesem Rechner oder über PowerShell-Remoting auf echten Servern.</translation>
    </message>
    <message>
        <source>Done, with warnings; of &quot;cspool readiness&quot;: ready, but a check needs attention.</source>
        <translation>Fertig, mit Warnungen; bei „cspool readiness“: bereit, aber eine Prüfung braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Not ready: a check of the readiness stands in the way or has no answer; nothing was begun.</source>
        <translation>Nicht bereit: Eine Prüfung der Bereitschaft steht im Weg oder hat keine Antwort; nichts wurde begonnen.</translation>
    </message>
    <message>
        <source>Left: a guided failover or failback was begun and has not ended; --resume goes on.</source>
        <translation>Verlassen: Ein geführter Failover oder Failback wurde begonnen und ist nicht zu Ende; --resume setzt es fort.</translation>
    </message>
    <message>
        <source>Guided failovers and failbacks: a file of events each.</source>
        <translation>Geführte Failovers und Failbacks: je eine Datei mit Ereignissen.</translation>
    </message>
    <message>
        <source>       cspool [options] readiness|failover|failback POOL …</source>
        <translation>       cspool [Optionen] readiness|failover|failback POOL …</translation>
    </message>
    <message>
        <source>       cspool operations</source>
        <translation>       cspool operations</translation>
    </message>
    <message>
        <source>GUIDED FAILOVER</source>
        <translation>GEFÜHRTER FAILOVER</translation>
    </message>
    <message>
        <source>&quot;cspool Get-Help CMDLET&quot; or &quot;cspool CMDLET --help&quot; explains a cmdlet, &quot;cspool failover --help&quot; the guided failover. Names are the same in upper and lower case; a parameter may be abbreviated as long as it is unique.</source>
        <translation>„cspool Get-Help CMDLET“ oder „cspool CMDLET --help“ erklärt ein Cmdlet, „cspool failover --help“ den geführten Failover. Groß- und Kleinschreibung der Namen sind gleich; ein Parameter darf abgekürzt werden, solange er eindeutig ist.</translation>
    </message>
</context>
<context>
    <name>HostCall</name>
    <message>
        <source>The server called the client&apos;s host in a way that is not understood.</source>
        <translation>Der Server hat den Host des Clients auf eine Weise aufgerufen, die nicht verstanden wird.</translation>
    </message>
</context>
<context>
    <name>Invocation</name>
    <message>
        <source>Run &quot;cspool --help&quot; to see the options.</source>
        <translation>„cspool --help“ zeigt die Optionen.</translation>
    </message>
    <message>
        <source>cspool has no option &quot;%1&quot;.</source>
        <translation>cspool hat keine Option „%1“.</translation>
    </message>
    <message>
        <source>Which cmdlet is to run? For example: cspool Get-CsPool</source>
        <translation>Welches Cmdlet soll laufen? Zum Beispiel: cspool Get-CsPool</translation>
    </message>
    <message>
        <source>The option %1 needs a value: %2.</source>
        <translation>Die Option %1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Die Option %1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option %1 does not know &quot;%2&quot;. Possible values: %3.</source>
        <translation>Die Option %1 kennt „%2“ nicht. Mögliche Werte: %3.</translation>
    </message>
    <message>
        <source>The option --deployment needs the name of a folder.</source>
        <translation>Die Option --deployment braucht den Namen eines Ordners.</translation>
    </message>
    <message>
        <source>The option --lock-timeout needs a whole number of seconds from 0 to %1, not &quot;%2&quot;.</source>
        <translation>Die Option --lock-timeout braucht eine ganze Zahl von Sekunden von 0 bis %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>The folder of the lab deployment to work on. Without it CSPOOL_DEPLOYMENT names the folder, and without that the default deployment is used, made from the sample on first use.</source>
        <translation>Der Ordner der Laborbereitstellung, mit der gearbeitet wird. Ohne die Option nennt CSPOOL_DEPLOYMENT den Ordner, und ohne das gilt die Standardbereitstellung, die beim ersten Gebrauch aus dem Beispiel angelegt wird.</translation>
    </message>
    <message>
        <source>How long to wait when another process is at work on the same pools; 30 when absent.</source>
        <translation>Wie lange gewartet wird, wenn ein anderer Prozess an denselben Pools arbeitet; 30, wenn die Option fehlt.</translation>
    </message>
    <message>
        <source>How much the log file gets; info when absent.</source>
        <translation>Wie viel in die Protokolldatei kommt; info, wenn die Option fehlt.</translation>
    </message>
    <message>
        <source>Print the output objects as a JSON array, for programs.</source>
        <translation>Die Ausgabeobjekte als JSON-Array ausgeben, für Programme.</translation>
    </message>
    <message>
        <source>Show no progress.</source>
        <translation>Keinen Fortschritt zeigen.</translation>
    </message>
    <message>
        <source>Print the completion for a shell and end.</source>
        <translation>Die Vervollständigung für eine Shell ausgeben und enden.</translation>
    </message>
    <message>
        <source>Print the manual page and end.</source>
        <translation>Die Handbuchseite ausgeben und enden.</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>Die Version ausgeben und enden.</translation>
    </message>
    <message>
        <source>Print help, of a cmdlet when one is named, and end.</source>
        <translation>Hilfe ausgeben, zu einem Cmdlet, wenn eines genannt ist, und enden.</translation>
    </message>
    <message>
        <source>The option --user needs the name of a user, as DOMAIN\name.</source>
        <translation>Die Option --user braucht den Namen eines Benutzers in der Form DOMÄNE\Name.</translation>
    </message>
    <message>
        <source>The option --trust needs the SHA-256 fingerprint of a certificate: 64 hexadecimal digits.</source>
        <translation>Die Option --trust braucht den SHA-256-Fingerabdruck eines Zertifikats: 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>The option %1 is of use only with --connect.</source>
        <translation>Die Option %1 ist nur zusammen mit --connect von Nutzen.</translation>
    </message>
    <message>
        <source>The options --connect and --deployment exclude each other: a cmdlet runs on genuine servers or in a lab.</source>
        <translation>Die Optionen --connect und --deployment schließen einander aus: Ein Cmdlet läuft auf echten Servern oder in einem Labor.</translation>
    </message>
    <message>
        <source>The option --password-stdin needs --user: whose password is it?</source>
        <translation>Die Option --password-stdin braucht --user: Wessen Kennwort ist es?</translation>
    </message>
    <message>
        <source>The methods ntlm and basic need --user.</source>
        <translation>Die Verfahren ntlm und basic brauchen --user.</translation>
    </message>
    <message>
        <source>Who signs in there; the person who is logged on when absent. The password is taken from the keyring, or else asked for; it is never an argument.</source>
        <translation>Wer sich dort anmeldet; ohne die Option die Person, die an diesem Rechner angemeldet ist. Das Kennwort kommt aus dem Schlüsselbund, sonst wird danach gefragt; es ist nie ein Argument.</translation>
    </message>
    <message>
        <source>How to sign in; negotiate when absent, which is Kerberos or NTLM.</source>
        <translation>Wie die Anmeldung geschieht; ohne die Option negotiate, also Kerberos oder NTLM.</translation>
    </message>
    <message>
        <source>Take the password from the first line of the standard input.</source>
        <translation>Das Kennwort aus der ersten Zeile der Standardeingabe nehmen.</translation>
    </message>
    <message>
        <source>The fingerprint of the one certificate that is trusted though it does not verify, for this command alone.</source>
        <translation>Der Fingerabdruck des einen Zertifikats, dem vertraut wird, obwohl es sich nicht prüfen lässt, nur für diesen Befehl.</translation>
    </message>
    <message>
        <source>The option %1 is of use only with an address that begins with https://: ssh signs in by itself, as the user in the address.</source>
        <translation>Die Option %1 ist nur mit einer Adresse sinnvoll, die mit https:// beginnt: ssh meldet sich selbst an, als der Benutzer in der Adresse.</translation>
    </message>
    <message>
        <source>Run the cmdlet on genuine servers, over PowerShell Remoting. The name of a pool is enough: it becomes https://POOL/OcsPowershell. ssh://USER@HOST reaches a server with ssh, and process: is PowerShell on this machine.</source>
        <translation>Führt das Cmdlet auf echten Servern aus, über PowerShell-Remoting. Der Name eines Pools genügt: Daraus wird https://POOL/OcsPowershell. ssh://BENUTZER@HOST erreicht einen Server mit ssh, und process: ist PowerShell auf diesem Rechner.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the ID of an operation; &quot;cspool operations&quot; lists them.</source>
        <translation>„%1“ ist nicht die ID eines Vorgangs; „cspool operations“ listet sie auf.</translation>
    </message>
    <message>
        <source>The option --report needs the name of a file.</source>
        <translation>Die Option --report braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>The option %1 is of use only with: %2.</source>
        <translation>Die Option %1 ist nur von Nutzen mit: %2.</translation>
    </message>
    <message>
        <source>The option --json is of no use with %1, which speaks with a person.</source>
        <translation>Die Option --json nützt bei %1 nichts, weil dort mit einem Menschen gesprochen wird.</translation>
    </message>
    <message>
        <source>cspool %1 does not know what to do with &quot;%2&quot;.</source>
        <translation>cspool %1 kann mit „%2“ nichts anfangen.</translation>
    </message>
    <message>
        <source>Which operation? &quot;cspool operations&quot; lists them.</source>
        <translation>Welcher Vorgang? „cspool operations“ listet sie auf.</translation>
    </message>
    <message>
        <source>Which pool? For example: cspool %1 pool01.contoso.com</source>
        <translation>Welcher Pool? Zum Beispiel: cspool %1 pool01.contoso.com</translation>
    </message>
    <message>
        <source>The option --resume takes the pool, and whether it is a disaster, from the operation: leave them out.</source>
        <translation>Die Option --resume nimmt den Pool und ob es ein Notfall ist aus dem Vorgang: Lassen Sie beides weg.</translation>
    </message>
    <message>
        <source>The option --confirm names %1, but the pool is %2. Nothing was begun.</source>
        <translation>Die Option --confirm nennt %1, aber der Pool ist %2. Nichts wurde begonnen.</translation>
    </message>
    <message>
        <source>The pool is down; with a failback its backup pool is. What it had not handed over is lost.</source>
        <translation>Der Pool ist ausgefallen, bei einem Failback sein Sicherungspool. Was er nicht übergeben hatte, ist verloren.</translation>
    </message>
    <message>
        <source>Check for the way back.</source>
        <translation>Für den Rückweg prüfen.</translation>
    </message>
    <message>
        <source>Go on with an operation that was left or interrupted; it knows its pool.</source>
        <translation>Einen Vorgang fortsetzen, der verlassen oder unterbrochen wurde; er kennt seinen Pool.</translation>
    </message>
    <message>
        <source>The name of the pool once more, for a script: nothing is asked then. -Confirm:$false is not enough.</source>
        <translation>Der Name des Pools noch einmal, für ein Skript: Dann wird nichts gefragt. -Confirm:$false genügt nicht.</translation>
    </message>
    <message>
        <source>Where the record is written as an HTML report; a new file in the temporary folder when absent.</source>
        <translation>Wohin das Protokoll als HTML-Bericht geschrieben wird; ohne die Option in eine neue Datei im Ordner für temporäre Dateien.</translation>
    </message>
</context>
<context>
    <name>ManPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Common parameters: see COMMON PARAMETERS.</source>
        <translation>Allgemeine Parameter: siehe ALLGEMEINE PARAMETER.</translation>
    </message>
    <message>
        <source>Possible values: %1.</source>
        <translation>Mögliche Werte: %1.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>cspool - back up Lync Server and Skype for Business Server pools</source>
        <translation>cspool - sichert Pools von Lync Server und Skype for Business Server</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>ÜBERSICHT</translation>
    </message>
    <message>
        <source>[options] CMDLET -Parameter value ...</source>
        <translation>[Optionen] CMDLET -Parameter Wert ...</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>BESCHREIBUNG</translation>
    </message>
    <message>
        <source>Runs one cmdlet on a lab deployment: a deployment of Lync Server or Skype for Business Server in a folder on this machine, whose backup service really copies the data of a pool to its backup pool. Cmdlets and parameters are named as in Windows PowerShell; names are the same in upper and lower case, and a parameter may be abbreviated as long as it is unique.</source>
        <translation>Führt ein Cmdlet mit einer Laborbereitstellung aus: einer Bereitstellung von Lync Server oder Skype for Business Server in einem Ordner auf diesem Rechner, deren Sicherungsdienst die Daten eines Pools wirklich in seinen Sicherungspool kopiert. Cmdlets und Parameter heißen wie in Windows PowerShell; Groß- und Kleinschreibung ist gleich, und ein Parameter kann abgekürzt werden, solange er eindeutig ist.</translation>
    </message>
    <message>
        <source>Output objects go to the standard output. Warnings, errors, progress, questions and the summary of a run go to the standard error.</source>
        <translation>Ausgabeobjekte gehen an die Standardausgabe. Warnungen, Fehler, Fortschritt, Fragen und die Zusammenfassung eines Laufs gehen an die Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>CMDLETS</source>
        <translation>CMDLETS</translation>
    </message>
    <message>
        <source>COMMON PARAMETERS</source>
        <translation>ALLGEMEINE PARAMETER</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>EXITSTATUS</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>UMGEBUNG</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>With --connect ssh://USER@HOST:PORT it goes through ssh to the subsystem &quot;powershell&quot; of the server; USER and PORT may be left out. ssh never asks anything then: a key that an agent holds, or a Kerberos ticket, signs in, and the host key must be known. With --connect process: it uses PowerShell on this machine, with its modules for Skype for Business or Lync.</source>
        <translation>Mit --connect ssh://BENUTZER@HOST:PORT geht es durch ssh zum Subsystem „powershell“ des Servers; BENUTZER und PORT können entfallen. ssh fragt dann nie etwas: Angemeldet wird mit einem Schlüssel, den ein Agent bereithält, oder mit einem Kerberos-Ticket, und der Hostschlüssel muss bekannt sein. Mit --connect process: wird PowerShell auf diesem Rechner verwendet, mit seinen Modulen für Skype for Business oder Lync.</translation>
    </message>
    <message>
        <source>With --connect it runs the cmdlet on genuine servers instead, over PowerShell Remoting. The password comes from the keyring, from a prompt that does not show it, or with --password-stdin from the first line of the standard input; a question of the servers is asked in the terminal. A certificate that does not verify is shown and refused, unless its fingerprint is given with --trust, or it was trusted for this host in the console&apos;s window.</source>
        <translation>Mit --connect führt es das Cmdlet stattdessen über PowerShell-Remoting auf echten Servern aus. Das Kennwort kommt aus dem Schlüsselbund, aus einer Eingabe, die es nicht zeigt, oder mit --password-stdin aus der ersten Zeile der Standardeingabe; eine Frage der Server wird im Terminal gestellt. Ein Zertifikat, das sich nicht prüfen lässt, wird gezeigt und abgelehnt, außer wenn sein Fingerabdruck mit --trust angegeben ist oder ihm für diesen Host im Fenster der Konsole vertraut wurde.</translation>
    </message>
    <message>
        <source>GUIDED FAILOVER</source>
        <translation>GEFÜHRTER FAILOVER</translation>
    </message>
</context>
<context>
    <name>OperationPrinter</name>
    <message>
        <source>Disaster: failover of %1 to %2</source>
        <translation>Notfall: Failover von %1 auf %2</translation>
    </message>
    <message>
        <source>Planned failover of %1 to %2</source>
        <translation>Geplanter Failover von %1 auf %2</translation>
    </message>
    <message>
        <source>Disaster: failback of %1 without %2</source>
        <translation>Notfall: Failback von %1 ohne %2</translation>
    </message>
    <message>
        <source>Failback of %1 from %2</source>
        <translation>Failback von %1 von %2</translation>
    </message>
    <message>
        <source>Under way: a process goes on with it.</source>
        <translation>Im Gange: Ein Prozess arbeitet daran.</translation>
    </message>
    <message>
        <source>Not ended.</source>
        <translation>Nicht zu Ende.</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>Vollständig.</translation>
    </message>
    <message>
        <source>Ended, not complete.</source>
        <translation>Zu Ende, nicht vollständig.</translation>
    </message>
    <message>
        <source>Begun by %1, %2; latest event %3.</source>
        <translation>Begonnen von %1, %2; letztes Ereignis %3.</translation>
    </message>
    <message>
        <source>Deployment: %1, %2</source>
        <translation>Bereitstellung: %1, %2</translation>
    </message>
    <message>
        <source>ID: %1</source>
        <translation>ID: %1</translation>
    </message>
    <message>
        <source>To go on with it:</source>
        <translation>Um ihn fortzusetzen:</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht zu Ende</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action, result</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>action and result, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no guided failover or failback.</source>
        <translation>Es gibt keinen geführten Failover oder Failback.</translation>
    </message>
    <message>
        <source>%1 on %2, %3 to %4</source>
        <comment>user, machine, begin, end</comment>
        <translation>%1 auf %2, %3 bis %4</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>PsrpClient</name>
    <message>
        <source>The message is not meant for a client.</source>
        <translation>Die Nachricht gilt keinem Client.</translation>
    </message>
    <message>
        <source>The message belongs to another runspace pool.</source>
        <translation>Die Nachricht gehört zu einem anderen Runspacepool.</translation>
    </message>
    <message>
        <source>The runspace pool is closed.</source>
        <translation>Der Runspacepool ist geschlossen.</translation>
    </message>
    <message>
        <source>Messages of this type are not used.</source>
        <translation>Nachrichten dieses Typs werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The type of the message is not known.</source>
        <translation>Der Typ der Nachricht ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The server speaks version &quot;%1&quot; of the PowerShell Remoting Protocol, which this program does not.</source>
        <translation>Der Server spricht Version „%1“ des PowerShell-Remoting-Protokolls, die dieses Programm nicht spricht.</translation>
    </message>
    <message>
        <source>The server began the session a second time.</source>
        <translation>Der Server hat die Sitzung ein zweites Mal begonnen.</translation>
    </message>
    <message>
        <source>The server named a state of the session that is not known.</source>
        <translation>Der Server hat einen Zustand der Sitzung genannt, der nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The server opened the session without saying which protocol it speaks.</source>
        <translation>Der Server hat die Sitzung geöffnet, ohne zu sagen, welches Protokoll er spricht.</translation>
    </message>
    <message>
        <source>The key for secrets was not asked for.</source>
        <translation>Um den Schlüssel für Geheimnisse wurde nicht gebeten.</translation>
    </message>
    <message>
        <source>The message belongs to a command that has ended or was not started from here.</source>
        <translation>Die Nachricht gehört zu einem Befehl, der geendet hat oder nicht von hier gestartet wurde.</translation>
    </message>
    <message>
        <source>The server named a state of a command that is not known.</source>
        <translation>Der Server hat einen Zustand eines Befehls genannt, der nicht bekannt ist.</translation>
    </message>
</context>
<context>
    <name>PsrpFragment</name>
    <message>
        <source>The server sent a fragment with flags that are not known.</source>
        <translation>Der Server hat ein Fragment mit unbekannten Kennzeichen gesendet.</translation>
    </message>
    <message>
        <source>The server sent a message that is too large.</source>
        <translation>Der Server hat eine zu große Nachricht gesendet.</translation>
    </message>
    <message>
        <source>The server sent the fragments of a message out of order.</source>
        <translation>Der Server hat die Fragmente einer Nachricht in falscher Reihenfolge gesendet.</translation>
    </message>
    <message>
        <source>The server began too many messages without ending them.</source>
        <translation>Der Server hat zu viele Nachrichten begonnen, ohne sie zu beenden.</translation>
    </message>
</context>
<context>
    <name>PsrpMessage</name>
    <message>
        <source>The server sent a message that is too short to be one.</source>
        <translation>Der Server hat eine Nachricht gesendet, die zu kurz ist, um eine zu sein.</translation>
    </message>
    <message>
        <source>The server sent a message that is meant for nobody.</source>
        <translation>Der Server hat eine Nachricht gesendet, die niemandem gilt.</translation>
    </message>
</context>
<context>
    <name>RecordPrinter</name>
    <message>
        <source>WARNING: %1</source>
        <translation>WARNUNG: %1</translation>
    </message>
    <message>
        <source>%1 was stopped. What has become of it is read from the deployment.</source>
        <translation>%1 wurde angehalten. Was daraus geworden ist, wird aus der Bereitstellung gelesen.</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>%1 is done; it took %2.</source>
        <translation>%1 ist fertig; Dauer: %2.</translation>
    </message>
    <message>
        <source>%1 is done, with warnings; it took %2.</source>
        <translation>%1 ist fertig, mit Warnungen; Dauer: %2.</translation>
    </message>
    <message>
        <source>%1 has failed after %2.</source>
        <translation>%1 ist nach %2 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 was cancelled after %2.</source>
        <translation>%1 wurde nach %2 abgebrochen.</translation>
    </message>
    <message>
        <source>%1 was skipped: nothing was changed.</source>
        <translation>%1 wurde übersprungen: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 was only previewed: nothing was changed.</source>
        <translation>%1 wurde nur als Vorschau ausgeführt: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 was interrupted after %2.</source>
        <translation>%1 wurde nach %2 unterbrochen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>The server&apos;s own report: %1</source>
        <translation>Der eigene Bericht des Servers: %1</translation>
    </message>
</context>
<context>
    <name>SampleContent</name>
    <message>
        <source>This program was built without %1 of the sample deployment.</source>
        <translation>Dieses Programm wurde ohne %1 der Beispielbereitstellung gebaut.</translation>
    </message>
    <message>
        <source>Install or build the program again.</source>
        <translation>Installieren oder bauen Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>SessionKey</name>
    <message>
        <source>The key for secrets that the server sent cannot be used.</source>
        <translation>Der Schlüssel für Geheimnisse, den der Server gesendet hat, kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>A secret could not be encrypted or decrypted for the session.</source>
        <translation>Ein Geheimnis konnte für die Sitzung nicht ver- oder entschlüsselt werden.</translation>
    </message>
    <message>
        <source>A key for secrets could not be made.</source>
        <translation>Ein Schlüssel für Geheimnisse konnte nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>UserDocument</name>
    <message>
        <source>The document of %1 cannot be shown: line %2: %3.</source>
        <translation>Das Dokument von %1 kann nicht angezeigt werden: Zeile %2: %3.</translation>
    </message>
    <message>
        <source>Export the user with Export-CsUserData to see it as it is.</source>
        <translation>Exportieren Sie den Benutzer mit Export-CsUserData, um es so zu sehen, wie es ist.</translation>
    </message>
</context>
<context>
    <name>UserName</name>
    <message>
        <source>unknown user</source>
        <translation>unbekannter Benutzer</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Before anything is changed, the checks and the steps are shown and the name of the pool has to be typed; it is asked for again before the pool itself changes hands, and every other step is confirmed with Yes or No. After each step the deployment is asked whether its goal is reached. A step that cannot be run from here is shown to be copied, and checked when it was run there.

It can be left at any step, with No, s, Ctrl+C or the end of the input, and gone on with by --resume, also after it was interrupted: what is true is always read from the deployment. Ctrl+C stops a running step only as far as it can be stopped.

A script names the pool with --confirm and is asked nothing. It ends at the first step that does not reach its goal or that cannot be run from here.

The record of the operation is written as an HTML report at the end, and whenever it is left.</source>
        <translation>Bevor etwas geändert wird, werden die Prüfungen und die Schritte gezeigt, und der Name des Pools muss eingegeben werden; er wird noch einmal verlangt, bevor der Pool selbst übergeben wird, und jeder andere Schritt wird mit Ja oder Nein bestätigt. Nach jedem Schritt wird die Bereitstellung gefragt, ob sein Ziel erreicht ist. Ein Schritt, der nicht von hier ausgeführt werden kann, wird zum Kopieren gezeigt und geprüft, wenn er dort ausgeführt wurde.

Bei jedem Schritt kann der Vorgang verlassen werden, mit Nein, s, Strg+C oder dem Ende der Eingabe, und mit --resume fortgesetzt werden, auch nach einer Unterbrechung: Was gilt, wird immer aus der Bereitstellung gelesen. Strg+C hält einen laufenden Schritt nur an, soweit er sich anhalten lässt.

Ein Skript nennt den Pool mit --confirm und wird nichts gefragt. Es endet beim ersten Schritt, der sein Ziel nicht erreicht oder der nicht von hier ausgeführt werden kann.

Das Protokoll des Vorgangs wird am Ende, und immer wenn er verlassen wird, als HTML-Bericht geschrieben.</translation>
    </message>
    <message>
        <source>Checks whether a pool can be failed over, or back; changes nothing.</source>
        <translation>Prüft, ob ein Failover oder Failback eines Pools möglich ist; ändert nichts.</translation>
    </message>
    <message>
        <source>Reads from the deployment what a failover of the pool depends on, and shows each check with its verdict, when it was true, the cmdlet that told, and what to do.

With --failback it checks for the way back. With --disaster it checks for a failover of a pool that is down, or for a failback while the backup pool is down, and says what would be lost.</source>
        <translation>Liest aus der Bereitstellung, wovon ein Failover des Pools abhängt, und zeigt jede Prüfung mit ihrem Urteil, wann es galt, welches Cmdlet es mitgeteilt hat und was zu tun ist.

Mit --failback wird für den Rückweg geprüft. Mit --disaster wird für den Failover eines ausgefallenen Pools geprüft, oder für einen Failback, während der Sicherungspool ausgefallen ist, und gesagt, was verloren ginge.</translation>
    </message>
    <message>
        <source>Fails a pool over, step by step, in the documented order.</source>
        <translation>Führt den Failover eines Pools aus, Schritt für Schritt, in der dokumentierten Reihenfolge.</translation>
    </message>
    <message>
        <source>Moves the next hops of Edge pools and the active Central Management store away from the pool where they lead to it, waits until every replica is up to date, and lets the backup pool serve the users. A plain failover needs the pool to be up; with --disaster it is down, and what it had not handed over is lost.</source>
        <translation>Verlegt die nächsten Hops von Edgepools und den aktiven zentralen Verwaltungsspeicher vom Pool weg, wo sie zu ihm führen, wartet, bis jedes Replikat aktuell ist, und lässt den Sicherungspool die Benutzer bedienen. Ein einfacher Failover braucht den arbeitenden Pool; mit --disaster ist er ausgefallen, und was er nicht übergeben hatte, ist verloren.</translation>
    </message>
    <message>
        <source>Gives a failed over pool its users back, step by step.</source>
        <translation>Gibt einem Pool nach dem Failover seine Benutzer zurück, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Fails the pool back, restores its conference content from the backup pool, and verifies both directions; at the end the next hops of Edge pools can be moved back. With --disaster the backup pool is down, and what users changed there is lost.</source>
        <translation>Führt den Failback des Pools aus, stellt seine Konferenzinhalte vom Sicherungspool wieder her und prüft beide Richtungen; am Ende können die nächsten Hops von Edgepools zurückverlegt werden. Mit --disaster ist der Sicherungspool ausgefallen, und was Benutzer dort geändert haben, ist verloren.</translation>
    </message>
    <message>
        <source>Lists the guided failovers and failbacks, those that have not ended first.</source>
        <translation>Listet die geführten Failovers und Failbacks auf, zuerst die, die nicht zu Ende sind.</translation>
    </message>
    <message>
        <source>Lists the operations of this user, those that were begun in the console&apos;s window included.</source>
        <translation>Listet die Vorgänge dieses Benutzers auf, auch die, die im Fenster der Konsole begonnen wurden.</translation>
    </message>
    <message>
        <source>Shows the record of one guided failover or failback.</source>
        <translation>Zeigt das Protokoll eines geführten Failovers oder Failbacks.</translation>
    </message>
    <message>
        <source>Shows the checks before and after, every command, who ran it and when, and what was verified. With --report it is written as an HTML report, too. The IDs are those of &quot;cspool operations&quot;.</source>
        <translation>Zeigt die Prüfungen davor und danach, jeden Befehl, wer ihn wann ausgeführt hat und was geprüft wurde. Mit --report wird es auch als HTML-Bericht geschrieben. Die IDs sind die von „cspool operations“.</translation>
    </message>
</context>
<context>
    <name>WildcardPattern</name>
    <message>
        <source>The specified wildcard character pattern is not valid: %1</source>
        <translation>Das angegebene Platzhaltermuster ist ungültig: %1</translation>
    </message>
    <message>
        <source>Close every bracket, as in &quot;pool0[1-3]*&quot;; write ` before a bracket that stands for itself.</source>
        <translation>Schließen Sie jede Klammer wie in „pool0[1-3]*“; schreiben Sie ` vor eine Klammer, die für sich selbst steht.</translation>
    </message>
</context>
<context>
    <name>cspool::AboutDialog</name>
    <message>
        <source>windows, network, files</source>
        <translation>Fenster, Netz, Dateien</translation>
    </message>
    <message>
        <source>stores of lab deployments, job history</source>
        <translation>Speicher der Laborbereitstellungen, Auftragsverlauf</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>user data documents, byte for byte</source>
        <translation>Benutzerdatendokumente, Byte für Byte</translation>
    </message>
    <message>
        <source>user data archives</source>
        <translation>Benutzerdatenarchive</translation>
    </message>
    <message>
        <source>the program&apos;s log</source>
        <translation>das Protokoll des Programms</translation>
    </message>
    <message>
        <source>widths of characters in a terminal</source>
        <translation>Breite von Zeichen in einem Terminal</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Verwendet für</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>About CsPool Console</source>
        <translation>Über CsPool Console</translation>
    </message>
    <message>
        <source>CsPool Console %1</source>
        <translation>CsPool Console %1</translation>
    </message>
    <message>
        <source>Backs up the pools of Lync Server 2013 and Skype for Business Server, and runs the cmdlets around that, on lab deployments in a folder on this machine.

It is not a product of Microsoft. Lync and Skype for Business are trademarks of Microsoft Corporation.</source>
        <translation>Sichert die Pools von Lync Server 2013 und Skype for Business Server und führt die Cmdlets rundherum aus, mit Laborbereitstellungen in einem Ordner auf diesem Rechner.

Dies ist kein Produkt von Microsoft. Lync und Skype for Business sind Marken der Microsoft Corporation.</translation>
    </message>
</context>
<context>
    <name>cspool::AdviceView</name>
    <message>
        <source>What the status means, and what to do</source>
        <translation>Was der Status bedeutet und was zu tun ist</translation>
    </message>
    <message>
        <source>Likely causes, the likeliest first</source>
        <translation>Mögliche Ursachen, die wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>numbered list</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Opens the form with: %1</source>
        <translation>Öffnet das Formular mit: %1</translation>
    </message>
    <message>
        <source>%1 %2, step %3</source>
        <comment>button, section, number</comment>
        <translation>%1 %2, Schritt %3</translation>
    </message>
</context>
<context>
    <name>cspool::AnswerDecoding</name>
    <message>
        <source>The deployment told no status of the pool %1.</source>
        <translation>Die Bereitstellung meldete keinen Status des Pools %1.</translation>
    </message>
</context>
<context>
    <name>cspool::ArgumentConversion</name>
    <message>
        <source>$true or $false</source>
        <translation>$true oder $false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a time span as hh:mm:ss or d.hh:mm:ss, with hours up to 23 and minutes and seconds up to 59, or a whole number of seconds</source>
        <translation>eine Zeitspanne als hh:mm:ss oder d.hh:mm:ss mit Stunden bis 23 und Minuten und Sekunden bis 59, oder eine ganze Zahl von Sekunden</translation>
    </message>
    <message>
        <source>The value of the parameter %1 cannot be used: %2</source>
        <translation>Der Wert des Parameters %1 kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>%1 is too small for the parameter %2: it must be at least %3.</source>
        <translation>%1 ist zu klein für den Parameter %2: Der Wert muss mindestens %3 sein.</translation>
    </message>
    <message>
        <source>%1 is too large for the parameter %2: it must be at most %3.</source>
        <translation>%1 ist zu groß für den Parameter %2: Der Wert darf höchstens %3 sein.</translation>
    </message>
    <message>
        <source>Correct the value of -%1.</source>
        <translation>Berichtigen Sie den Wert von -%1.</translation>
    </message>
    <message>
        <source>The value of the parameter %1 is empty.</source>
        <translation>Der Wert des Parameters %1 ist leer.</translation>
    </message>
    <message>
        <source>Give the path of the file or folder, or leave -%1 out if it is optional.</source>
        <translation>Geben Sie den Pfad der Datei oder des Ordners an, oder lassen Sie -%1 weg, wenn der Parameter optional ist.</translation>
    </message>
    <message>
        <source>Give a value for -%1.</source>
        <translation>Geben Sie einen Wert für -%1 an.</translation>
    </message>
    <message>
        <source>The path in the parameter %1 contains a null character.</source>
        <translation>Der Pfad im Parameter %1 enthält ein Nullzeichen.</translation>
    </message>
    <message>
        <source>One of the values of the parameter %1 is empty.</source>
        <translation>Einer der Werte des Parameters %1 ist leer.</translation>
    </message>
    <message>
        <source>Separate the values by single commas.</source>
        <translation>Trennen Sie die Werte durch einzelne Kommas.</translation>
    </message>
    <message>
        <source>The value of the parameter %1 is not of the type %2.</source>
        <translation>Der Wert des Parameters %1 ist nicht vom Typ %2.</translation>
    </message>
</context>
<context>
    <name>cspool::BackgroundPresence</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>CsPool Console: %n job(s) under way</source>
        <translation>
            <numerusform>CsPool Console: %n Auftrag im Gange</numerusform>
            <numerusform>CsPool Console: %n Aufträge im Gange</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::BackupPool</name>
    <message>
        <source>Find out what is to be copied</source>
        <translation>Ermitteln, was zu kopieren ist</translation>
    </message>
    <message>
        <source>Back up from %1</source>
        <translation>Sichern von %1</translation>
    </message>
    <message>
        <source>Back up to %1</source>
        <translation>Sichern nach %1</translation>
    </message>
    <message>
        <source>%1: does not apply. %2</source>
        <translation>%1: nicht zutreffend. %2</translation>
    </message>
    <message>
        <source>%1: cannot be copied as things are. %2</source>
        <translation>%1: kann so, wie es ist, nicht kopiert werden. %2</translation>
    </message>
    <message>
        <source>%1: from %2 to %3; files: %4 (%5).</source>
        <translation>%1: von %2 nach %3; Dateien: %4 (%5).</translation>
    </message>
    <message>
        <source>%1: from %2 to %3; documents: %4 (%5).</source>
        <translation>%1: von %2 nach %3; Dokumente: %4 (%5).</translation>
    </message>
    <message>
        <source>All of them are compared. %1</source>
        <translation>Alle werden verglichen. %1</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>WhatIf: %1</translation>
    </message>
    <message>
        <source>What if: Not part of a pool backup: %1</source>
        <translation>WhatIf: Nicht Teil einer Poolsicherung: %1</translation>
    </message>
    <message>
        <source>What if: The report of the run would be written to %1.</source>
        <translation>WhatIf: Der Bericht des Laufs würde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>What if: The pool is %1 and not failed over: because of -FailedOverPoolOnly nothing would be done.</source>
        <translation>WhatIf: Der Pool ist im Zustand %1 und nicht im Failover: Wegen -FailedOverPoolOnly würde nichts getan.</translation>
    </message>
    <message>
        <source>What if: Before that, the backup service would be called at most %1 times, every %2, until every module is at %3.</source>
        <translation>WhatIf: Zuvor würde der Sicherungsdienst höchstens %1-mal im Abstand von %2 aufgerufen, bis jedes Modul bei %3 ist.</translation>
    </message>
    <message>
        <source>Copy module %1</source>
        <translation>Modul %1 kopieren</translation>
    </message>
    <message>
        <source>No pool of this deployment holds it.</source>
        <translation>Kein Pool dieser Bereitstellung hält ihn.</translation>
    </message>
    <message>
        <source>Its active copy is on %1.</source>
        <translation>Seine aktive Kopie liegt auf %1.</translation>
    </message>
    <message>
        <source>Nothing was backed up: the pool %1 does not hold the Central Management store. %2</source>
        <translation>Es wurde nichts gesichert: Der Pool %1 hält nicht den zentralen Verwaltungsspeicher. %2</translation>
    </message>
    <message>
        <source>To back up the Central Management store, run Backup-CsPool -PoolFqdn %1 -Category CMS.</source>
        <translation>Um den zentralen Verwaltungsspeicher zu sichern, führen Sie Backup-CsPool -PoolFqdn %1 -Category CMS aus.</translation>
    </message>
    <message>
        <source>Check that the pool is failed over</source>
        <translation>Prüfen, ob der Pool im Failover ist</translation>
    </message>
    <message>
        <source>The state of pool %1 is %2.</source>
        <translation>Der Zustand des Pools %1 ist %2.</translation>
    </message>
    <message>
        <source>Nothing was backed up: -FailedOverPoolOnly was given, and the pool %1 is not failed over (its state is %2).</source>
        <translation>Es wurde nichts gesichert: -FailedOverPoolOnly war angegeben, und der Pool %1 ist nicht im Failover (sein Zustand ist %2).</translation>
    </message>
    <message>
        <source>To back up the pool in the state that it is in, leave -FailedOverPoolOnly out.</source>
        <translation>Um den Pool in seinem jetzigen Zustand zu sichern, lassen Sie -FailedOverPoolOnly weg.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2 (still to be exported: %3)</source>
        <translation>%1: %2 (noch zu exportieren: %3)</translation>
    </message>
    <message>
        <source>Wait until the backup service is at %1</source>
        <translation>Warten, bis der Sicherungsdienst bei %1 ist</translation>
    </message>
    <message>
        <source>The pool %1 is active: FinalState holds only as long as nobody changes anything.</source>
        <translation>Der Pool %1 ist aktiv: FinalState gilt nur so lange, wie niemand etwas ändert.</translation>
    </message>
    <message>
        <source>Without calling the backup service: %1.</source>
        <translation>Ohne Aufruf des Sicherungsdienstes: %1.</translation>
    </message>
    <message>
        <source>calls to the backup service</source>
        <translation>Aufrufe des Sicherungsdienstes</translation>
    </message>
    <message>
        <source>Waiting until the backup service of %1 is at %2</source>
        <translation>Warten, bis der Sicherungsdienst von %1 bei %2 ist</translation>
    </message>
    <message>
        <source>Call %1 of %2 at %3; gives up at %4</source>
        <translation>Aufruf %1 von %2 um %3; gibt um %4 auf</translation>
    </message>
    <message>
        <source>The backup service of pool %1 is not at %2, and with -RetryCount 0 it is not called: %3.</source>
        <translation>Der Sicherungsdienst des Pools %1 ist nicht bei %2, und mit -RetryCount 0 wird er nicht aufgerufen: %3.</translation>
    </message>
    <message>
        <source>The backup service of pool %1 did not reach %2; number of calls: %3. %4.</source>
        <translation>Der Sicherungsdienst des Pools %1 hat %2 nicht erreicht; Zahl der Aufrufe: %3. %4.</translation>
    </message>
    <message>
        <source>Run the command again with a greater -RetryCount or a longer -WaitTime, or without -FullBackup and -SteadyState: then everything is copied at once. A module in ErrorState says what to do: Get-CsBackupServiceStatus -PoolFqdn %1.</source>
        <translation>Führen Sie den Befehl mit größerem -RetryCount oder längerem -WaitTime noch einmal aus, oder ohne -FullBackup und -SteadyState: Dann wird alles sofort kopiert. Bei einem Modul im ErrorState sagt Get-CsBackupServiceStatus -PoolFqdn %1, was zu tun ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The active Central Management store is not on pool %1.</source>
        <translation>Der aktive zentrale Verwaltungsspeicher ist nicht auf dem Pool %1.</translation>
    </message>
    <message>
        <source>The backup of pool %1 to %2 is not complete. %3</source>
        <translation>Die Sicherung des Pools %1 nach %2 ist nicht vollständig. %3</translation>
    </message>
    <message>
        <source>Read the status of the backup service</source>
        <translation>Status des Sicherungsdienstes lesen</translation>
    </message>
    <message>
        <source>%1: files copied: %2</source>
        <translation>%1: kopierte Dateien: %2</translation>
    </message>
    <message>
        <source>%1: documents copied: %2</source>
        <translation>%1: kopierte Dokumente: %2</translation>
    </message>
    <message>
        <source>The data of the pool %1, which %2 serves, was backed up from there to %1. %3.</source>
        <translation>Die Daten des Pools %1, den %2 bedient, wurden von dort nach %1 gesichert. %3.</translation>
    </message>
    <message>
        <source>The pool %1 was backed up to %2. %3.</source>
        <translation>Der Pool %1 wurde nach %2 gesichert. %3.</translation>
    </message>
    <message>
        <source>Deletions carried over: %1. A pool backup is no archive; use Export-CsUserData to keep user data as it is today.</source>
        <translation>Übernommene Löschungen: %1. Eine Poolsicherung ist kein Archiv; verwenden Sie Export-CsUserData, um Benutzerdaten auf dem heutigen Stand aufzubewahren.</translation>
    </message>
    <message>
        <source>Call %1 of %2: %3. State afterwards: %4.</source>
        <translation>Aufruf %1 von %2: %3. Zustand danach: %4.</translation>
    </message>
    <message>
        <source>%1, files copied</source>
        <translation>%1, kopierte Dateien</translation>
    </message>
    <message>
        <source>%1, documents copied</source>
        <translation>%1, kopierte Dokumente</translation>
    </message>
    <message>
        <source>nothing was copied</source>
        <translation>nichts wurde kopiert</translation>
    </message>
    <message>
        <source>Copied by this run</source>
        <translation>Von diesem Lauf kopiert</translation>
    </message>
    <message>
        <source>Of that, the calls to the backup service copied (number of calls: %1): %2. The backup after them copied: %3.</source>
        <translation>Davon haben die Aufrufe des Sicherungsdienstes kopiert (Anzahl der Aufrufe: %1): %2. Die Sicherung danach hat kopiert: %3.</translation>
    </message>
</context>
<context>
    <name>cspool::BackupPoolDelegate</name>
    <message>
        <source>Backup pool of %1</source>
        <translation>Sicherungspool von %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
</context>
<context>
    <name>cspool::BackupService</name>
    <message>
        <source>Synchronise module %1</source>
        <translation>Modul %1 synchronisieren</translation>
    </message>
    <message>
        <source>Copy module %1</source>
        <translation>Modul %1 kopieren</translation>
    </message>
    <message>
        <source>Give back to its owner what it lacks: module %1</source>
        <translation>Dem Eigentümer zurückgeben, was ihm fehlt: Modul %1</translation>
    </message>
    <message>
        <source>Compare everything and synchronise: module %1</source>
        <translation>Alles vergleichen und synchronisieren: Modul %1</translation>
    </message>
    <message>
        <source>Data of pool %1, from %2 to %3.</source>
        <translation>Daten des Pools %1, von %2 nach %3.</translation>
    </message>
    <message>
        <source>The module&apos;s error could not be recorded: %1</source>
        <translation>Der Fehler des Moduls konnte nicht festgehalten werden: %1</translation>
    </message>
    <message>
        <source>An empty standby copy of the Central Management store was made on pool %1.</source>
        <translation>Auf dem Pool %1 wurde eine leere Standby-Kopie des zentralen Verwaltungsspeichers angelegt.</translation>
    </message>
    <message>
        <source>%1 Everything is compared with pool %2; nothing is skipped, and what only one side has is left where it is.</source>
        <translation>%1 Alles wird mit dem Pool %2 verglichen; nichts wird übersprungen, und was nur eine Seite hat, bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>When the backup is done, bring back what pool %1 has lost: Invoke-CsBackupServiceSync -PoolFqdn %2.</source>
        <translation>Wenn die Sicherung fertig ist, holen Sie zurück, was der Pool %1 verloren hat: Invoke-CsBackupServiceSync -PoolFqdn %2.</translation>
    </message>
    <message>
        <source>If it is lost, make it anew and restore it from the backup pool: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</source>
        <translation>Ist er verloren, legen Sie ihn neu an und stellen ihn aus dem Sicherungspool wieder her: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</translation>
    </message>
    <message>
        <source>If it is lost, make it anew and fill it from pool %1: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</source>
        <translation>Ist er verloren, legen Sie ihn neu an und füllen ihn aus dem Pool %1: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</translation>
    </message>
    <message>
        <source>The file store of pool %1 was gone; it was made anew.</source>
        <translation>Der Dateispeicher des Pools %1 war verschwunden; er wurde neu angelegt.</translation>
    </message>
</context>
<context>
    <name>cspool::BackupServiceStatus</name>
    <message>
        <source>Nothing has been exported yet, or this pool does not host the active Central Management store.</source>
        <translation>Es wurde noch nichts exportiert, oder dieser Pool hostet nicht den aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>No more changes are waiting, and the backup pool has imported all of them.</source>
        <translation>Es warten keine Änderungen mehr, und der Sicherungspool hat alle importiert.</translation>
    </message>
    <message>
        <source>All waiting changes fit in one batch: no backlog builds up.</source>
        <translation>Alle wartenden Änderungen passen in einen Stapel: Es entsteht kein Rückstand.</translation>
    </message>
    <message>
        <source>Changes come faster than they are backed up: a backlog builds up.</source>
        <translation>Änderungen kommen schneller, als sie gesichert werden: Ein Rückstand entsteht.</translation>
    </message>
    <message>
        <source>New changes could not be backed up; how much is waiting is not known.</source>
        <translation>Neue Änderungen konnten nicht gesichert werden; wie viel wartet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Changes that arrive from the other pool are imported.</source>
        <translation>Änderungen, die vom anderen Pool ankommen, werden importiert.</translation>
    </message>
    <message>
        <source>Changes that arrived from the other pool could not be imported.</source>
        <translation>Änderungen, die vom anderen Pool ankamen, konnten nicht importiert werden.</translation>
    </message>
    <message>
        <source>Nothing is reported to have been imported yet.</source>
        <translation>Es wird noch kein Import gemeldet.</translation>
    </message>
</context>
<context>
    <name>cspool::BindingErrors</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>&quot;Get-Help %1&quot; lists the parameters.</source>
        <translation>„Get-Help %1“ listet die Parameter auf.</translation>
    </message>
    <message>
        <source>There is no cmdlet &quot;%1&quot;.</source>
        <translation>Es gibt kein Cmdlet „%1“.</translation>
    </message>
    <message>
        <source>&quot;Get-Help&quot; lists the cmdlets.</source>
        <translation>„Get-Help“ listet die Cmdlets auf.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>%1 has no parameter that matches the name &quot;%2&quot;.</source>
        <translation>%1 hat keinen Parameter, der zum Namen „%2“ passt.</translation>
    </message>
    <message>
        <source>Write a value behind a space or a colon: &quot;-%1 value&quot; or &quot;-%1:value&quot;.</source>
        <translation>Schreiben Sie den Wert hinter ein Leerzeichen oder einen Doppelpunkt: „-%1 Wert“ oder „-%1:Wert“.</translation>
    </message>
    <message>
        <source>Did you mean -%1?</source>
        <translation>Meinten Sie -%1?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for the parameter %2: it must be %3.</source>
        <translation>„%1“ ist kein Wert für den Parameter %2: Erwartet wird %3.</translation>
    </message>
    <message>
        <source>Correct the value of -%1.</source>
        <translation>Berichtigen Sie den Wert von -%1.</translation>
    </message>
</context>
<context>
    <name>cspool::CentralManagementFailover</name>
    <message>
        <source>No pool of this deployment hosts an active Central Management store.</source>
        <translation>Kein Pool dieser Bereitstellung hostet einen aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>Name one with -CentralManagement when the deployment is made with New-Deployment.</source>
        <translation>Nennen Sie mit -CentralManagement einen, wenn die Bereitstellung mit New-Deployment angelegt wird.</translation>
    </message>
    <message>
        <source>The pool %1, which hosts the active Central Management store, has no backup pool that could take it over.</source>
        <translation>Der Pool %1, der den aktiven zentralen Verwaltungsspeicher hostet, hat keinen Sicherungspool, der ihn übernehmen könnte.</translation>
    </message>
    <message>
        <source>Pair it with another pool in the topology and publish it with Publish-CsTopology.</source>
        <translation>Bilden Sie in der Topologie ein Paar mit einem anderen Pool, und veröffentlichen Sie sie mit Publish-CsTopology.</translation>
    </message>
    <message>
        <source>The pool %1 hosts the active Central Management store already.</source>
        <translation>Der Pool %1 hostet den aktiven zentralen Verwaltungsspeicher bereits.</translation>
    </message>
    <message>
        <source>The topology has no pool %1.</source>
        <translation>Die Topologie hat keinen Pool %1.</translation>
    </message>
    <message>
        <source>Run Get-CsPool to see the pools of the topology.</source>
        <translation>Führen Sie Get-CsPool aus, um die Pools der Topologie zu sehen.</translation>
    </message>
    <message>
        <source>The pool %1 has no standby copy of the Central Management store: with -Force nothing could be taken over from %2.</source>
        <translation>Der Pool %1 hat keine Standby-Kopie des zentralen Verwaltungsspeichers: Mit -Force könnte von %2 nichts übernommen werden.</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementServerFailover without -Force while %1 can be reached.</source>
        <translation>Führen Sie Invoke-CsManagementServerFailover ohne -Force aus, solange %1 erreichbar ist.</translation>
    </message>
    <message>
        <source>When %1 has broken down, run Invoke-CsManagementServerFailover with -Force.</source>
        <translation>Wenn %1 ausgefallen ist, führen Sie Invoke-CsManagementServerFailover mit -Force aus.</translation>
    </message>
    <message>
        <source>Make the standby copy of the Central Management store on %1</source>
        <translation>Die Standby-Kopie des zentralen Verwaltungsspeichers auf %1 anlegen</translation>
    </message>
    <message>
        <source>Copy the Central Management store from %1 to %2 and verify it</source>
        <translation>Den zentralen Verwaltungsspeicher von %1 nach %2 kopieren und überprüfen</translation>
    </message>
    <message>
        <source>The last changes of the Central Management store on %1 could not be taken along and are lost: %2</source>
        <translation>Die letzten Änderungen des zentralen Verwaltungsspeichers auf %1 konnten nicht mitgenommen werden und sind verloren: %2</translation>
    </message>
    <message>
        <source>documents copied</source>
        <translation>kopierte Dokumente</translation>
    </message>
    <message>
        <source>documents deleted</source>
        <translation>gelöschte Dokumente</translation>
    </message>
    <message>
        <source>The Central Management store was changed on %1 and on %2; the losing versions were kept aside there. How many: %3.</source>
        <translation>Der zentrale Verwaltungsspeicher wurde auf %1 und auf %2 geändert; die unterlegenen Fassungen wurden dort beiseitegelegt. Anzahl: %3.</translation>
    </message>
    <message>
        <source>The report lists them. Check that the topology and the backup service configuration are as they should be.</source>
        <translation>Der Bericht listet sie auf. Prüfen Sie, ob die Topologie und die Konfiguration des Sicherungsdienstes so sind, wie sie sein sollen.</translation>
    </message>
    <message>
        <source>The standby copy of the Central Management store on %1 is not the same as the active one on %2 after it was copied.</source>
        <translation>Die Standby-Kopie des zentralen Verwaltungsspeichers auf %1 stimmt nach dem Kopieren nicht mit der aktiven auf %2 überein.</translation>
    </message>
    <message>
        <source>Run Backup-CsPool -PoolFqdn %1 -Category CMS and see its report.</source>
        <translation>Führen Sie Backup-CsPool -PoolFqdn %1 -Category CMS aus, und sehen Sie den Bericht an.</translation>
    </message>
    <message>
        <source>Make the Central Management store on %1 the active one</source>
        <translation>Den zentralen Verwaltungsspeicher auf %1 zum aktiven machen</translation>
    </message>
    <message>
        <source>CentralMgmtService@IsActive inside the topology document stays as it was published: in the lab the deployment store says which copy is active.</source>
        <translation>CentralMgmtService@IsActive im Topologiedokument bleibt so, wie es veröffentlicht wurde: Im Labor sagt der Bereitstellungsspeicher, welche Kopie aktiv ist.</translation>
    </message>
    <message>
        <source>Roll back the failover of the Central Management store</source>
        <translation>Den Failover des zentralen Verwaltungsspeichers rückgängig machen</translation>
    </message>
    <message>
        <source>The failover of the Central Management store was rolled back: the active copy is still on %1.</source>
        <translation>Der Failover des zentralen Verwaltungsspeichers wurde rückgängig gemacht: Die aktive Kopie ist noch auf %1.</translation>
    </message>
    <message>
        <source>The failover of the Central Management store could not be rolled back now: %1</source>
        <translation>Der Failover des zentralen Verwaltungsspeichers konnte jetzt nicht rückgängig gemacht werden: %1</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementServerFailover again: it rolls back first.</source>
        <translation>Führen Sie Invoke-CsManagementServerFailover noch einmal aus: Das Cmdlet macht ihn zuerst rückgängig.</translation>
    </message>
    <message>
        <source>Check that exactly one copy of the Central Management store is active</source>
        <translation>Prüfen, ob genau eine Kopie des zentralen Verwaltungsspeichers aktiv ist</translation>
    </message>
    <message>
        <source>The active Central Management store is on %1, not on %2 as it should be.</source>
        <translation>Der aktive zentrale Verwaltungsspeicher ist auf %1, nicht wie vorgesehen auf %2.</translation>
    </message>
    <message>
        <source>Run Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus to see it.</source>
        <translation>Führen Sie Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus aus, um es zu sehen.</translation>
    </message>
    <message>
        <source>Active on %1, ownership epoch %2.</source>
        <translation>Aktiv auf %1, Eigentümerepoche %2.</translation>
    </message>
    <message>
        <source>Refresh the local replicas from %1</source>
        <translation>Die lokalen Replikate von %1 auffrischen</translation>
    </message>
    <message>
        <source>The local replica of %1 is not up to date: %2</source>
        <translation>Das lokale Replikat von %1 ist nicht auf dem neuesten Stand: %2</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementStoreReplication -ReplicaFqdn %1 once it can be reached.</source>
        <translation>Führen Sie Invoke-CsManagementStoreReplication -ReplicaFqdn %1 aus, sobald es erreichbar ist.</translation>
    </message>
    <message>
        <source>replicas up to date</source>
        <translation>Replikate auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>It differs from the active store after it was copied.</source>
        <translation>Es unterscheidet sich nach dem Kopieren vom aktiven Speicher.</translation>
    </message>
    <message>
        <source>Bring the copy on %1 up to date as the standby</source>
        <translation>Die Kopie auf %1 als Standby auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>The failover journal of the Central Management store holds an entry that this version cannot read (%1).</source>
        <translation>Das Failoverjournal des zentralen Verwaltungsspeichers enthält einen Eintrag, den diese Version nicht lesen kann (%1).</translation>
    </message>
    <message>
        <source>Use the version of the program that began it.</source>
        <translation>Verwenden Sie die Programmversion, die ihn begonnen hat.</translation>
    </message>
    <message>
        <source>Recover the interrupted failover of the Central Management store</source>
        <translation>Den unterbrochenen Failover des zentralen Verwaltungsspeichers bereinigen</translation>
    </message>
    <message>
        <source>The failover of the Central Management store, begun at %1, was interrupted before it took effect and has been rolled back: the active copy is on %2.</source>
        <translation>Der um %1 begonnene Failover des zentralen Verwaltungsspeichers wurde unterbrochen, bevor er wirksam wurde, und ist rückgängig gemacht worden: Die aktive Kopie ist auf %2.</translation>
    </message>
    <message>
        <source>Run it again if it is still wanted.</source>
        <translation>Führen Sie ihn noch einmal aus, wenn er weiterhin gewünscht ist.</translation>
    </message>
    <message>
        <source>The failover of the Central Management store, begun at %1, was interrupted after it took effect and has been finished: the active copy is on %2.</source>
        <translation>Der um %1 begonnene Failover des zentralen Verwaltungsspeichers wurde unterbrochen, nachdem er wirksam geworden war, und ist zu Ende geführt worden: Die aktive Kopie ist auf %2.</translation>
    </message>
    <message>
        <source>The failover of the Central Management store, begun at %1, has taken effect: the active copy is on %2. Whether every replica was told is not known.</source>
        <translation>Der um %1 begonnene Failover des zentralen Verwaltungsspeichers ist wirksam: Die aktive Kopie ist auf %2. Ob jedes Replikat davon erfahren hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Unless it is still under way in another process, run Invoke-CsManagementServerFailover again: it finishes what was begun.</source>
        <translation>Wenn er nicht noch in einem anderen Prozess läuft, führen Sie Invoke-CsManagementServerFailover erneut aus: Das beendet, was begonnen wurde.</translation>
    </message>
    <message>
        <source>The failover of the Central Management store, begun at %1, has not taken effect: the active copy is on %2, not on %3. Nothing is lost.</source>
        <translation>Der um %1 begonnene Failover des zentralen Verwaltungsspeichers ist nicht wirksam geworden: Die aktive Kopie ist auf %2, nicht auf %3. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Unless it is still under way in another process, run Invoke-CsManagementServerFailover again: it rolls back what was begun and begins anew.</source>
        <translation>Wenn er nicht noch in einem anderen Prozess läuft, führen Sie Invoke-CsManagementServerFailover erneut aus: Das macht das Begonnene rückgängig und beginnt von vorn.</translation>
    </message>
</context>
<context>
    <name>cspool::CentralStore</name>
    <message>
        <source>The Central Management store %1 holds %2 that cannot be read.</source>
        <translation>Der zentrale Verwaltungsspeicher %1 enthält %2, das nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Publish the topology and set the configuration again, or restore the deployment&apos;s folder from a copy.</source>
        <translation>Veröffentlichen Sie die Topologie und setzen Sie die Konfiguration neu, oder stellen Sie den Ordner der Bereitstellung aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>a list of pairs</source>
        <translation>eine Liste von Paaren</translation>
    </message>
    <message>
        <source>a backup service configuration</source>
        <translation>eine Konfiguration des Sicherungsdienstes</translation>
    </message>
    <message>
        <source>%1: left alone, because both copies changed it.</source>
        <translation>%1: unverändert gelassen, weil beide Kopien es geändert haben.</translation>
    </message>
</context>
<context>
    <name>cspool::CertificateCheck</name>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>It was not issued for the name &quot;%1&quot;.</source>
        <translation>Es wurde nicht für den Namen „%1“ ausgestellt.</translation>
    </message>
    <message>
        <source>It was issued by itself, so nobody vouches for it.</source>
        <translation>Es wurde von sich selbst ausgestellt, also bürgt niemand dafür.</translation>
    </message>
    <message>
        <source>This computer does not know its issuer.</source>
        <translation>Dieser Rechner kennt seinen Aussteller nicht.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>It is not valid yet; the clock of this computer or of the server may be wrong.</source>
        <translation>Es ist noch nicht gültig; vielleicht geht die Uhr dieses Rechners oder des Servers falsch.</translation>
    </message>
    <message>
        <source>Its issuer has revoked it.</source>
        <translation>Sein Aussteller hat es widerrufen.</translation>
    </message>
    <message>
        <source>It is known to be forged.</source>
        <translation>Es ist als Fälschung bekannt.</translation>
    </message>
    <message>
        <source>It was not issued for servers.</source>
        <translation>Es wurde nicht für Server ausgestellt.</translation>
    </message>
    <message>
        <source>The check says: %1</source>
        <translation>Die Prüfung sagt: %1</translation>
    </message>
</context>
<context>
    <name>cspool::CertificateDialog</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate does not verify. Whoever answers there could read what is sent, and pretend to be the server.</source>
        <translation>%1 konnte nicht nachweisen, wer es ist: Sein Zertifikat lässt sich nicht prüfen. Wer dort antwortet, könnte mitlesen, was gesendet wird, und sich als der Server ausgeben.</translation>
    </message>
    <message>
        <source>It is not the certificate that was trusted for this host on %1. Either the server has a new one, or somebody else answers in its place.</source>
        <translation>Es ist nicht das Zertifikat, dem am %1 für diesen Host vertraut wurde. Entweder hat der Server ein neues, oder jemand anders antwortet an seiner Stelle.</translation>
    </message>
    <message>
        <source>Claims to be:</source>
        <translation>Gibt sich aus als:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Gültig bis:</translation>
    </message>
    <message>
        <source>Refused because:</source>
        <translation>Abgelehnt, weil:</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256):</source>
        <translation>Fingerabdruck (SHA-256):</translation>
    </message>
    <message>
        <source>Paste the fingerprint that you were told</source>
        <translation>Fingerabdruck einfügen, der Ihnen genannt wurde</translation>
    </message>
    <message>
        <source>&amp;Compare with:</source>
        <translation>&amp;Vergleichen mit:</translation>
    </message>
    <message>
        <source>Trust it only when whoever runs the server has told you the same fingerprint in another way. It is then trusted for this host alone, until you forget it in the settings.</source>
        <translation>Vertrauen Sie ihm nur, wenn Ihnen die Betreuer des Servers denselben Fingerabdruck auf anderem Weg genannt haben. Ihm wird dann nur für diesen Host vertraut, bis Sie es in den Einstellungen vergessen lassen.</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate for %1</source>
        <translation>&amp;Diesem Zertifikat für %1 vertrauen</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>&amp;Nicht verbinden</translation>
    </message>
    <message>
        <source>That is no SHA-256 fingerprint: it has 64 hexadecimal digits.</source>
        <translation>Das ist kein SHA-256-Fingerabdruck: Ein solcher hat 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>It is the same.</source>
        <translation>Es ist derselbe.</translation>
    </message>
    <message>
        <source>It is another one: do not connect.</source>
        <translation>Es ist ein anderer: Stellen Sie keine Verbindung her.</translation>
    </message>
</context>
<context>
    <name>cspool::CheckDetails</name>
    <message>
        <source>Details of the check</source>
        <translation>Einzelheiten der Prüfung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a check, its verdict</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>item of a list</comment>
        <translation>• %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more. Copy the check to see all of them.</source>
        <translation>
            <numerusform>%n weitere. Kopieren Sie die Prüfung, um alle zu sehen.</numerusform>
            <numerusform>%n weitere. Kopieren Sie die Prüfung, um alle zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>numbered list</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Woher das kommt</translation>
    </message>
    <message>
        <source>told the check %1</source>
        <comment>title of the check</comment>
        <translation>gab der Prüfung „%1“ Auskunft</translation>
    </message>
    <message>
        <source>It has not been read yet, or could never be read.</source>
        <translation>Das wurde noch nicht gelesen oder konnte nie gelesen werden.</translation>
    </message>
    <message>
        <source>Old: it was true %1, at %2. Read it again.</source>
        <translation>Alt: Das stimmte %1, um %2. Lesen Sie es neu.</translation>
    </message>
    <message>
        <source>It was true %1, at %2.</source>
        <translation>Das stimmte %1, um %2.</translation>
    </message>
</context>
<context>
    <name>cspool::CloseQuestion</name>
    <message>
        <source>&amp;Keep running in the background</source>
        <translation>Im &amp;Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Cancel jobs and close</source>
        <translation>Aufträge &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>Jobs have not ended</source>
        <translation>Aufträge sind nicht beendet</translation>
    </message>
    <message>
        <source>Jobs that have not ended</source>
        <translation>Nicht beendete Aufträge</translation>
    </message>
    <message>
        <source>In the background the jobs go on without a window. The icon in the tray, or starting the program again, brings it back. The program ends soon after the last job; if one needs attention, the window comes back.</source>
        <translation>Im Hintergrund laufen die Aufträge ohne Fenster weiter. Das Symbol im Infobereich oder ein erneuter Start des Programms holt es zurück. Das Programm endet bald nach dem letzten Auftrag; braucht einer Aufmerksamkeit, kommt das Fenster zurück.</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <comment>name of a job, its state, deployment</comment>
        <translation>%1 – %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Cancelling… The window closes when %n job(s) have ended.</source>
        <translation>
            <numerusform>Wird abgebrochen … Das Fenster schließt sich, wenn %n Auftrag beendet ist.</numerusform>
            <numerusform>Wird abgebrochen … Das Fenster schließt sich, wenn %n Aufträge beendet sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs have ended.</source>
        <translation>Alle Aufträge sind beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) have not ended. What shall become of them?</source>
        <translation>
            <numerusform>%n Auftrag ist nicht beendet. Was soll mit ihm geschehen?</numerusform>
            <numerusform>%n Aufträge sind nicht beendet. Was soll mit ihnen geschehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A failover or failback that has passed its point of no return cannot be cancelled: what has begun is brought to an end that leaves every store whole.</source>
        <translation>Ein Failover oder Failback jenseits des Punktes ohne Wiederkehr kann nicht abgebrochen werden: Was begonnen wurde, wird so zu Ende gebracht, dass jeder Speicher heil bleibt.</translation>
    </message>
    <message>
        <source>A job that is cancelled ends at a point that leaves every store whole, and is recorded as cancelled.</source>
        <translation>Ein abgebrochener Auftrag endet an einer Stelle, die jeden Speicher heil lässt, und wird als abgebrochen verzeichnet.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>In the background the jobs go on without a window. Starting the program again brings it back. The program ends soon after the last job; if one needs attention, the window comes back.</source>
        <translation>Im Hintergrund laufen die Aufträge ohne Fenster weiter. Ein erneuter Start des Programms holt es zurück. Das Programm endet bald nach dem letzten Auftrag; braucht einer Aufmerksamkeit, kommt das Fenster zurück.</translation>
    </message>
    <message>
        <source>&amp;Close without waiting</source>
        <translation>Schließen, &amp;ohne zu warten</translation>
    </message>
    <message>
        <source>What does not end may wait for a disk or a server that does not answer. Closing without waiting cuts it off: at the next start it is shown as interrupted.</source>
        <translation>Was nicht endet, wartet vielleicht auf einen Datenträger oder Server, der nicht antwortet. Schließen, ohne zu warten, bricht es ab: Beim nächsten Start wird es als unterbrochen angezeigt.</translation>
    </message>
</context>
<context>
    <name>cspool::CmdletChooser</name>
    <message>
        <source>Run a cmdlet</source>
        <translation>Ein Cmdlet ausführen</translation>
    </message>
    <message>
        <source>Cmdlet</source>
        <translation>Cmdlet</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>Part of a name, or of what it does</source>
        <translation>Teil eines Namens oder dessen, was es tut</translation>
    </message>
    <message>
        <source>Cmdlets</source>
        <translation>Cmdlets</translation>
    </message>
    <message>
        <source>&amp;Open form…</source>
        <translation>&amp;Formular öffnen …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>cspool::CmdletTable</name>
    <message>
        <source>Reads the topology from the local replica of the Central Management store instead of the Central Management store itself. A replica can be older than the store, and it can be read while the store is out of reach.</source>
        <translation>Liest die Topologie aus dem lokalen Replikat des zentralen Verwaltungsspeichers statt aus diesem selbst. Ein Replikat kann älter sein als der Speicher, und es kann gelesen werden, während der Speicher nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>File on this machine into which the HTML report of the run is written. An existing file is replaced once the new report is complete. Against a server this path is not sent: the server writes its own log on its own disk, and the console shows where.</source>
        <translation>Datei auf diesem Rechner, in die der HTML-Bericht des Laufs geschrieben wird. Eine vorhandene Datei wird ersetzt, sobald der neue Bericht vollständig ist. Bei einem Server wird dieser Pfad nicht gesendet: Der Server schreibt sein eigenes Protokoll auf seine eigene Festplatte, und die Konsole zeigt, wo.</translation>
    </message>
    <message>
        <source>A new file in the temporary folder, named after the cmdlet, the pool and the time.</source>
        <translation>Eine neue Datei im Ordner für temporäre Dateien, benannt nach Cmdlet, Pool und Zeit.</translation>
    </message>
    <message>
        <source>Goes ahead without asking for confirmation and keeps errors that do not end the command off the screen. The report and the log keep them.</source>
        <translation>Macht weiter, ohne um Bestätigung zu bitten, und hält Fehler, die den Befehl nicht beenden, vom Bildschirm fern. Bericht und Protokoll behalten sie.</translation>
    </message>
    <message>
        <source>%1 A lab deployment accepts it, and it changes nothing there.</source>
        <translation>%1 Eine Laborbereitstellung nimmt ihn an; er ändert dort nichts.</translation>
    </message>
    <message>
        <source>Says what the command would do, and changes nothing.</source>
        <translation>Sagt, was der Befehl tun würde, und ändert nichts.</translation>
    </message>
    <message>
        <source>Asks before anything is changed. This cmdlet does so anyway; -Confirm:$false keeps it from asking.</source>
        <translation>Fragt, bevor etwas geändert wird. Dieses Cmdlet tut das ohnehin; -Confirm:$false hält es davon ab.</translation>
    </message>
    <message>
        <source>Asks before anything is changed. -Confirm:$false never asks.</source>
        <translation>Fragt, bevor etwas geändert wird. -Confirm:$false fragt nie.</translation>
    </message>
    <message>
        <source>Shows in detail what the command is doing.</source>
        <translation>Zeigt im Einzelnen, was der Befehl tut.</translation>
    </message>
    <message>
        <source>What to do at an error that need not end the command: show it and go on, go on in silence, or stop. The report keeps every error.</source>
        <translation>Was bei einem Fehler zu tun ist, der den Befehl nicht beenden muss: anzeigen und weitermachen, stillschweigend weitermachen oder anhalten. Der Bericht behält jeden Fehler.</translation>
    </message>
    <message>
        <source>What to do at a warning: show it and go on, go on in silence, or stop. The report keeps every warning.</source>
        <translation>Was bei einer Warnung zu tun ist: anzeigen und weitermachen, stillschweigend weitermachen oder anhalten. Der Bericht behält jede Warnung.</translation>
    </message>
    <message>
        <source>Backs up only if the pool is failed over. If it is not, the command ends with a warning and nothing is copied. Must stand together with FullBackup.</source>
        <translation>Sichert nur, wenn der Pool im Failover ist. Ist er es nicht, endet der Befehl mit einer Warnung, und nichts wird kopiert. Muss zusammen mit FullBackup stehen.</translation>
    </message>
    <message>
        <source>Waits until every module of the backup service is at FinalState: nothing is left to back up and the backup pool has imported everything. A pool whose users are at work may never get there, because it keeps producing changes. Cannot stand together with SteadyState.</source>
        <translation>Wartet, bis jedes Modul des Sicherungsdienstes bei FinalState ist: Nichts ist mehr zu sichern, und der Sicherungspool hat alles importiert. Ein Pool, dessen Benutzer arbeiten, kommt womöglich nie dorthin, weil er ständig Änderungen erzeugt. Kann nicht zusammen mit SteadyState stehen.</translation>
    </message>
    <message>
        <source>Copies the data of a pool to its backup pool.</source>
        <translation>Kopiert die Daten eines Pools in seinen Sicherungspool.</translation>
    </message>
    <message>
        <source>Brings the backup pool of a Registrar pool up to date: the user data (contacts, groups, privacy), the conferences with their content and, on the pool that holds it, the Central Management store. If the pool fails, its users can then be failed over to the backup pool.

Without FullBackup or SteadyState the copy begins at once. With one of them it waits until the backup service reports that state, and asks it again every WaitTime, at most RetryCount times.

A pool backup is replication and no archive: what is deleted or damaged in the pool will be so in the backup pool as well. Use Export-CsUserData to keep user data as it is today. Not part of a pool backup are the Location Information service, Response Groups (before Skype for Business Server 2019), the settings of Call Park and announcements.</source>
        <translation>Bringt den Sicherungspool eines Registrar-Pools auf den neuesten Stand: die Benutzerdaten (Kontakte, Gruppen, Privatsphäre), die Konferenzen mit ihrem Inhalt und auf dem Pool, der ihn hält, den zentralen Verwaltungsspeicher. Fällt der Pool aus, können seine Benutzer dann vom Sicherungspool bedient werden.

Ohne FullBackup oder SteadyState beginnt das Kopieren sofort. Mit einem von beiden wird gewartet, bis der Sicherungsdienst diesen Zustand meldet; er wird im Abstand von WaitTime gefragt, höchstens RetryCount-mal.

Eine Poolsicherung ist Replikation und kein Archiv: Was im Pool gelöscht oder beschädigt wird, wird es auch im Sicherungspool. Verwenden Sie Export-CsUserData, um Benutzerdaten auf dem heutigen Stand aufzubewahren. Nicht Teil einer Poolsicherung sind der Standortinformationsdienst, Reaktionsgruppen (vor Skype for Business Server 2019), die Einstellungen für das Parken von Anrufen und Ansagen.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool to back up.</source>
        <translation>Vollqualifizierter Domänenname des zu sichernden Pools.</translation>
    </message>
    <message>
        <source>Backs up only the modules of one category: UserData for the user store and the conference content, CMS for the Central Management store.</source>
        <translation>Sichert nur die Module einer Kategorie: UserData für den Benutzerspeicher und den Konferenzinhalt, CMS für den zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>All modules.</source>
        <translation>Alle Module.</translation>
    </message>
    <message>
        <source>Keeps errors that do not end the command off the screen. The report and the log keep them.</source>
        <translation>Hält Fehler, die den Befehl nicht beenden, vom Bildschirm fern. Bericht und Protokoll behalten sie.</translation>
    </message>
    <message>
        <source>How many times the backup service is called at most before the command gives up waiting for the state that FullBackup or SteadyState asks for. With 0 it is not called: the command goes on only if the state holds already.</source>
        <translation>Wie oft der Sicherungsdienst höchstens aufgerufen wird, bevor der Befehl es aufgibt, auf den mit FullBackup oder SteadyState verlangten Zustand zu warten. Bei 0 wird er nicht aufgerufen: Der Befehl macht nur weiter, wenn der Zustand bereits gilt.</translation>
    </message>
    <message>
        <source>10 in a lab deployment, a choice of ours; the default of genuine servers is not published.</source>
        <translation>10 in einer Laborbereitstellung, unsere Wahl; die Voreinstellung echter Server ist nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>Waits until every module of the backup service is at SteadyState or FinalState: what is left to back up fits in one batch, as on a pool that is read-only, failed over or failed back.</source>
        <translation>Wartet, bis jedes Modul des Sicherungsdienstes bei SteadyState oder FinalState ist: Was noch zu sichern ist, passt in einen Stapel, wie bei einem Pool, der schreibgeschützt, im Failover oder zurückgeholt ist.</translation>
    </message>
    <message>
        <source>How long to wait between two calls to the backup service: hh:mm:ss, d.hh:mm:ss, or a whole number of seconds. Seven days at most, which is a limit of ours.</source>
        <translation>Wie lange zwischen zwei Aufrufen des Sicherungsdienstes gewartet wird: hh:mm:ss, d.hh:mm:ss oder eine ganze Zahl von Sekunden. Höchstens sieben Tage, das ist unsere Grenze.</translation>
    </message>
    <message>
        <source>00:00:30 in a lab deployment, a choice of ours; the default of genuine servers is not published.</source>
        <translation>00:00:30 in einer Laborbereitstellung, unsere Wahl; die Voreinstellung echter Server ist nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>Copies all data of the pool to its backup pool now.</source>
        <translation>Kopiert jetzt alle Daten des Pools in seinen Sicherungspool.</translation>
    </message>
    <message>
        <source>Waits until the backup service has no backlog, then copies the data.</source>
        <translation>Wartet, bis der Sicherungsdienst keinen Rückstand hat, und kopiert dann die Daten.</translation>
    </message>
    <message>
        <source>If the pool is failed over, waits for FinalState, asks once a minute, then copies the data.</source>
        <translation>Wenn der Pool im Failover ist: wartet auf FinalState, fragt einmal je Minute und kopiert dann die Daten.</translation>
    </message>
    <message>
        <source>Location Information service: export it with its own cmdlets.</source>
        <translation>Standortinformationsdienst: mit seinen eigenen Cmdlets exportieren.</translation>
    </message>
    <message>
        <source>Response Groups, before Skype for Business Server 2019.</source>
        <translation>Reaktionsgruppen, vor Skype for Business Server 2019.</translation>
    </message>
    <message>
        <source>Settings of Call Park.</source>
        <translation>Einstellungen für das Parken von Anrufen.</translation>
    </message>
    <message>
        <source>Announcements.</source>
        <translation>Ansagen.</translation>
    </message>
    <message>
        <source>An archive: a pool backup is replication, so deletions and damage replicate too. Export-CsUserData keeps user data as it is today.</source>
        <translation>Ein Archiv: Eine Poolsicherung ist Replikation, Löschungen und Schäden werden also ebenso repliziert. Export-CsUserData bewahrt Benutzerdaten auf dem heutigen Stand auf.</translation>
    </message>
    <message>
        <source>Shows how far the backup of a pool to its backup pool has come.</source>
        <translation>Zeigt, wie weit die Sicherung eines Pools in seinen Sicherungspool gekommen ist.</translation>
    </message>
    <message>
        <source>Shows for every backup module of a pool, and overall, what its export to the backup pool and its import from there have come to. The status is one-way: that of the backup pool is asked for with its own name.

Export: FinalState (nothing is left to back up), SteadyState (what is left fits in one batch), NonSteadyState (a backlog builds up), NotInitialized (nothing was exported yet) or ErrorState. Import: NormalState or ErrorState.</source>
        <translation>Zeigt für jedes Sicherungsmodul eines Pools und insgesamt, wie weit sein Export zum Sicherungspool und sein Import von dort gekommen sind. Der Status gilt für eine Richtung: Nach dem des Sicherungspools wird mit dessen eigenem Namen gefragt.

Export: FinalState (nichts ist mehr zu sichern), SteadyState (der Rest passt in einen Stapel), NonSteadyState (ein Rückstand entsteht), NotInitialized (noch nichts wurde exportiert) oder ErrorState. Import: NormalState oder ErrorState.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool whose status is shown.</source>
        <translation>Vollqualifizierter Domänenname des Pools, dessen Status gezeigt wird.</translation>
    </message>
    <message>
        <source>Shows only the modules of one category. RGS, the Response Groups, exists on Skype for Business Server 2019 and later; a lab deployment has no such modules.</source>
        <translation>Zeigt nur die Module einer Kategorie. RGS, die Reaktionsgruppen, gibt es ab Skype for Business Server 2019; eine Laborbereitstellung hat keine solchen Module.</translation>
    </message>
    <message>
        <source>Keeps errors that do not end the command off the screen.</source>
        <translation>Hält Fehler, die den Befehl nicht beenden, vom Bildschirm fern.</translation>
    </message>
    <message>
        <source>Shows all modules of one pool.</source>
        <translation>Zeigt alle Module eines Pools.</translation>
    </message>
    <message>
        <source>Compares a pool with its backup pool in full and brings the two in line.</source>
        <translation>Vergleicht einen Pool vollständig mit seinem Sicherungspool und gleicht die beiden ab.</translation>
    </message>
    <message>
        <source>Compares everything that a pool holds with what its backup pool holds, and gives the other side what it lacks or has older. Run for the backup pool, it gives a pool back the conference content that it has lost.

In a lab deployment the command writes a report, which is an addition of ours.</source>
        <translation>Vergleicht alles, was ein Pool hält, mit dem, was sein Sicherungspool hält, und gibt der anderen Seite, was ihr fehlt oder was sie älter hat. Für den Sicherungspool ausgeführt, gibt das Cmdlet einem Pool den verlorenen Konferenzinhalt zurück.

In einer Laborbereitstellung schreibt der Befehl einen Bericht, das ist unsere Zugabe.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool whose data is given to the other pool of its pair.</source>
        <translation>Vollqualifizierter Domänenname des Pools, dessen Daten der andere Pool seines Paares erhält.</translation>
    </message>
    <message>
        <source>Synchronises one module only. Both spellings that are documented are accepted, with and without the service in front; a server is sent the one that was typed.</source>
        <translation>Synchronisiert nur ein Modul. Beide dokumentierten Schreibweisen werden angenommen, mit und ohne den Dienst davor; ein Server erhält die eingegebene.</translation>
    </message>
    <message>
        <source>Keeps errors that do not end the command off the screen. In a lab deployment it also confirms, by a rule of ours, that content which has vanished from the pool was meant to be deleted: it is then deleted on the backup pool too.</source>
        <translation>Hält Fehler, die den Befehl nicht beenden, vom Bildschirm fern. In einer Laborbereitstellung bestätigt der Parameter nach unserer Regel außerdem, dass aus dem Pool verschwundener Inhalt gelöscht werden sollte: Er wird dann auch auf dem Sicherungspool gelöscht.</translation>
    </message>
    <message>
        <source>Synchronises all modules of a pool.</source>
        <translation>Synchronisiert alle Module eines Pools.</translation>
    </message>
    <message>
        <source>Run for the backup pool: gives the pool back the conference content that it has lost.</source>
        <translation>Für den Sicherungspool ausgeführt: gibt dem Pool den verlorenen Konferenzinhalt zurück.</translation>
    </message>
    <message>
        <source>Which configuration is meant. There is one, the global one.</source>
        <translation>Welche Konfiguration gemeint ist. Es gibt eine, die globale.</translation>
    </message>
    <message>
        <source>Shows the configuration of the backup service.</source>
        <translation>Zeigt die Konfiguration des Sicherungsdienstes.</translation>
    </message>
    <message>
        <source>Shows how often the backup service runs and how much one cycle copies. One global configuration holds for all pools.</source>
        <translation>Zeigt, wie oft der Sicherungsdienst läuft und wie viel ein Zyklus kopiert. Eine globale Konfiguration gilt für alle Pools.</translation>
    </message>
    <message>
        <source>Shows the configurations whose identity matches this text, in which * stands for any characters and ? for one.</source>
        <translation>Zeigt die Konfigurationen, deren Identität zu diesem Text passt; * steht darin für beliebige Zeichen und ? für eines.</translation>
    </message>
    <message>
        <source>Shows the global configuration.</source>
        <translation>Zeigt die globale Konfiguration.</translation>
    </message>
    <message>
        <source>How large a part of one cycle the queue of high priority may take, in per cent. Skype for Business Server 2015 and later; a lab deployment has one queue only.</source>
        <translation>Wie groß der Anteil der Warteschlange mit hoher Priorität an einem Zyklus sein darf, in Prozent. Ab Skype for Business Server 2015; eine Laborbereitstellung hat nur eine Warteschlange.</translation>
    </message>
    <message>
        <source>Changes the configuration of the backup service.</source>
        <translation>Ändert die Konfiguration des Sicherungsdienstes.</translation>
    </message>
    <message>
        <source>Changes the given settings and leaves the others as they are. The limits bound one cycle of the backup service, never a run of Backup-CsPool. Microsoft advises against changing SyncInterval without need.</source>
        <translation>Ändert die angegebenen Einstellungen und lässt die anderen, wie sie sind. Die Grenzen gelten für einen Zyklus des Sicherungsdienstes, nie für einen Lauf von Backup-CsPool. Microsoft rät davon ab, SyncInterval ohne Not zu ändern.</translation>
    </message>
    <message>
        <source>Local accounts that may call the backup service. A lab deployment keeps the value and restricts nobody.</source>
        <translation>Lokale Konten, die den Sicherungsdienst aufrufen dürfen. Eine Laborbereitstellung bewahrt den Wert auf und schränkt niemanden ein.</translation>
    </message>
    <message>
        <source>Universal groups whose members may call the backup service. A lab deployment keeps the value and restricts nobody.</source>
        <translation>Universelle Gruppen, deren Mitglieder den Sicherungsdienst aufrufen dürfen. Eine Laborbereitstellung bewahrt den Wert auf und schränkt niemanden ein.</translation>
    </message>
    <message>
        <source>Whether the Response Groups are backed up too. Skype for Business Server 2019 and later; a lab deployment has no Response Groups.</source>
        <translation>Ob auch die Reaktionsgruppen gesichert werden. Ab Skype for Business Server 2019; eine Laborbereitstellung hat keine Reaktionsgruppen.</translation>
    </message>
    <message>
        <source>How many batches of the Central Management store one cycle copies at most.</source>
        <translation>Wie viele Stapel des zentralen Verwaltungsspeichers ein Zyklus höchstens kopiert.</translation>
    </message>
    <message>
        <source>How many batches of the user store one cycle copies at most.</source>
        <translation>Wie viele Stapel des Benutzerspeichers ein Zyklus höchstens kopiert.</translation>
    </message>
    <message>
        <source>How many calls to the backup service may be under way at one time. A lab deployment keeps the value; one command at a time works on a pair of pools there.</source>
        <translation>Wie viele Aufrufe des Sicherungsdienstes gleichzeitig im Gange sein dürfen. Eine Laborbereitstellung bewahrt den Wert auf; dort arbeitet immer nur ein Befehl an einem Poolpaar.</translation>
    </message>
    <message>
        <source>How many kilobytes of conference content one package holds at most.</source>
        <translation>Wie viele Kilobyte Konferenzinhalt ein Paket höchstens enthält.</translation>
    </message>
    <message>
        <source>How long the backup service rests between two cycles, from 00:00:05 to 03:00:00.</source>
        <translation>Wie lange der Sicherungsdienst zwischen zwei Zyklen ruht, von 00:00:05 bis 03:00:00.</translation>
    </message>
    <message>
        <source>Lets the backup service run every five minutes.</source>
        <translation>Lässt den Sicherungsdienst alle fünf Minuten laufen.</translation>
    </message>
    <message>
        <source>Resets the configuration of the backup service to its defaults.</source>
        <translation>Setzt die Konfiguration des Sicherungsdienstes auf ihre Voreinstellungen zurück.</translation>
    </message>
    <message>
        <source>The global configuration cannot be deleted: removing it gives every setting its default value again.</source>
        <translation>Die globale Konfiguration kann nicht gelöscht werden: Das Entfernen gibt jeder Einstellung wieder ihren voreingestellten Wert.</translation>
    </message>
    <message>
        <source>Resets the global configuration, after a question.</source>
        <translation>Setzt die globale Konfiguration nach einer Rückfrage zurück.</translation>
    </message>
    <message>
        <source>How long to wait between two looks at the state of the pools: hh:mm:ss, d.hh:mm:ss, or a whole number of seconds.</source>
        <translation>Wie lange zwischen zwei Blicken auf den Zustand der Pools gewartet wird: hh:mm:ss, d.hh:mm:ss oder eine ganze Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>Leaves out the check that the data has arrived before the pool changes hands.</source>
        <translation>Lässt die Prüfung aus, ob die Daten angekommen sind, bevor der Pool in andere Hände geht.</translation>
    </message>
    <message>
        <source>Lets the backup pool serve the users of a pool.</source>
        <translation>Lässt den Sicherungspool die Benutzer eines Pools bedienen.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool to fail over.</source>
        <translation>Vollqualifizierter Domänenname des Pools, für den der Failover ausgeführt wird.</translation>
    </message>
    <message>
        <source>The pool is down or out of reach: fails over without copying its last changes.</source>
        <translation>Der Pool ist ausgefallen oder nicht erreichbar: Failover, ohne seine letzten Änderungen zu kopieren.</translation>
    </message>
    <message>
        <source>Lets the Storage Service of the pool work off its queue before the failover.</source>
        <translation>Lässt den Speicherdienst des Pools vor dem Failover seine Warteschlange abarbeiten.</translation>
    </message>
    <message>
        <source>How many minutes to wait before the services of the pool are stopped.</source>
        <translation>Wie viele Minuten gewartet wird, bevor die Dienste des Pools angehalten werden.</translation>
    </message>
    <message>
        <source>Not published; 00:00:15 in a lab deployment.</source>
        <translation>Nicht veröffentlicht; 00:00:15 in einer Laborbereitstellung.</translation>
    </message>
    <message>
        <source>Fails a working pool over, after a question, and loses nothing.</source>
        <translation>Führt nach einer Rückfrage den Failover eines arbeitenden Pools aus und verliert nichts.</translation>
    </message>
    <message>
        <source>Fails over a pool that is down.</source>
        <translation>Führt den Failover eines ausgefallenen Pools aus.</translation>
    </message>
    <message>
        <source>Gives a failed over pool its users back.</source>
        <translation>Gibt einem Pool im Failover seine Benutzer zurück.</translation>
    </message>
    <message>
        <source>Moves the service of a pool&apos;s users from the backup pool back to the pool. What users changed in the meantime is copied to the pool first.

DisasterMode means here that the backup pool is out of reach: the pool takes over with what it has, and what users changed on the backup pool is not there.

From then on the pool&apos;s state is FailedBack until the two pools have exchanged everything. In a lab deployment the next Backup-CsPool of the pool does that, or Invoke-CsBackupServiceSync, or this cmdlet without DisasterMode; then the state is Active. Of two versions of a document the newer one wins, the other one is kept aside and listed. When FailedBack ends is our rule; Microsoft publishes none.</source>
        <translation>Verlagert den Dienst für die Benutzer eines Pools vom Sicherungspool zurück auf den Pool. Was die Benutzer inzwischen geändert haben, wird zuerst in den Pool kopiert.

DisasterMode bedeutet hier, dass der Sicherungspool nicht erreichbar ist: Der Pool übernimmt mit dem, was er hat, und was Benutzer auf dem Sicherungspool geändert haben, ist nicht darauf.

Von da an ist der Zustand des Pools FailedBack, bis die beiden Pools alles ausgetauscht haben. In einer Laborbereitstellung erledigt das die nächste Backup-CsPool-Ausführung des Pools, Invoke-CsBackupServiceSync oder dieses Cmdlet ohne DisasterMode; dann ist der Zustand Active. Von zwei Fassungen eines Dokuments gewinnt die neuere, die andere wird beiseitegelegt und aufgelistet. Wann FailedBack endet, ist unsere Regel; Microsoft veröffentlicht keine.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool that is failed over.</source>
        <translation>Vollqualifizierter Domänenname des Pools, der im Failover ist.</translation>
    </message>
    <message>
        <source>The backup pool is down or out of reach: fails back without what users changed there.</source>
        <translation>Der Sicherungspool ist ausgefallen oder nicht erreichbar: Failback ohne das, was Benutzer dort geändert haben.</translation>
    </message>
    <message>
        <source>Fails a pool back with everything that was changed on the backup pool.</source>
        <translation>Führt den Failback eines Pools mit allem aus, was auf dem Sicherungspool geändert wurde.</translation>
    </message>
    <message>
        <source>Name of the SQL Server instance of the standby copy.</source>
        <translation>Name der SQL-Server-Instanz der Standby-Kopie.</translation>
    </message>
    <message>
        <source>The default instance.</source>
        <translation>Die Standardinstanz.</translation>
    </message>
    <message>
        <source>Makes the standby copy of the Central Management store the active one.</source>
        <translation>Macht die Standby-Kopie des zentralen Verwaltungsspeichers zur aktiven.</translation>
    </message>
    <message>
        <source>Moves the active Central Management store to the backup pool of the pool that holds it. It need not be moved back afterwards. Do this before a pool that holds the active store is failed over.

Against genuine servers run it on a server of the pool that takes over. Check with Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus before and after that exactly one copy is active.</source>
        <translation>Verlagert den aktiven zentralen Verwaltungsspeicher auf den Sicherungspool des Pools, der ihn hält. Er muss danach nicht zurückverlagert werden. Führen Sie das aus, bevor für einen Pool, der den aktiven Speicher hält, ein Failover ausgeführt wird.

Bei echten Servern führen Sie es auf einem Server des übernehmenden Pools aus. Prüfen Sie mit Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus davor und danach, ob genau eine Kopie aktiv ist.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool that takes over. Ours, for a lab deployment: on genuine servers it is the pool on whose server the command runs.</source>
        <translation>Vollqualifizierter Domänenname des Pools, der übernimmt. Unsere Zugabe für Laborbereitstellungen: Bei echten Servern ist es der Pool, auf dessen Server der Befehl läuft.</translation>
    </message>
    <message>
        <source>The backup pool of the pool that holds the active store.</source>
        <translation>Der Sicherungspool des Pools, der den aktiven Speicher hält.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the SQL Server with the standby copy; needed when the active store is out of reach.</source>
        <translation>Vollqualifizierter Domänenname des SQL-Servers mit der Standby-Kopie; nötig, wenn der aktive Speicher nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>Goes ahead without asking for confirmation, even if the active store is out of reach: what had not been copied to the standby copy is then lost.</source>
        <translation>Macht weiter, ohne um Bestätigung zu bitten, auch wenn der aktive Speicher nicht erreichbar ist: Was noch nicht in die Standby-Kopie kopiert war, ist dann verloren.</translation>
    </message>
    <message>
        <source>Moves the active store to the backup pool, after a question.</source>
        <translation>Verlagert den aktiven Speicher nach einer Rückfrage auf den Sicherungspool.</translation>
    </message>
    <message>
        <source>Shows which pool holds the active Central Management store and who hands out its changes, instead of the replicas.</source>
        <translation>Zeigt statt der Replikate, welcher Pool den aktiven zentralen Verwaltungsspeicher hält und wer dessen Änderungen verteilt.</translation>
    </message>
    <message>
        <source>Shows whether the replicas of the Central Management store are up to date.</source>
        <translation>Zeigt, ob die Replikate des zentralen Verwaltungsspeichers auf dem neuesten Stand sind.</translation>
    </message>
    <message>
        <source>The Central Management store has one master and many replicas. Shows for each replica whether it has the master&apos;s latest change, and when it last said so. In a lab deployment every pool has one replica.</source>
        <translation>Der zentrale Verwaltungsspeicher hat einen Master und viele Replikate. Zeigt für jedes Replikat, ob es die neueste Änderung des Masters hat und wann es das zuletzt gemeldet hat. In einer Laborbereitstellung hat jeder Pool ein Replikat.</translation>
    </message>
    <message>
        <source>Shows one replica only. In a lab deployment a replica goes by its pool&apos;s name.</source>
        <translation>Zeigt nur ein Replikat. In einer Laborbereitstellung trägt ein Replikat den Namen seines Pools.</translation>
    </message>
    <message>
        <source>All replicas.</source>
        <translation>Alle Replikate.</translation>
    </message>
    <message>
        <source>Shows all replicas.</source>
        <translation>Zeigt alle Replikate.</translation>
    </message>
    <message>
        <source>Shows who holds the active store.</source>
        <translation>Zeigt, wer den aktiven Speicher hält.</translation>
    </message>
    <message>
        <source>Brings replicas of the Central Management store up to date now.</source>
        <translation>Bringt Replikate des zentralen Verwaltungsspeichers jetzt auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>Against a server the replication is only asked for, and runs by itself. In a lab deployment the command ends when the replicas are up to date. Use Get-CsManagementStoreReplicationStatus to see the result.</source>
        <translation>Bei einem Server wird die Replikation nur angefordert und läuft von selbst. In einer Laborbereitstellung endet der Befehl, wenn die Replikate auf dem neuesten Stand sind. Das Ergebnis zeigt Get-CsManagementStoreReplicationStatus.</translation>
    </message>
    <message>
        <source>Brings one replica up to date. In a lab deployment a replica goes by its pool&apos;s name.</source>
        <translation>Bringt ein Replikat auf den neuesten Stand. In einer Laborbereitstellung trägt ein Replikat den Namen seines Pools.</translation>
    </message>
    <message>
        <source>Brings all replicas up to date.</source>
        <translation>Bringt alle Replikate auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>Lists the pools of the topology.</source>
        <translation>Listet die Pools der Topologie auf.</translation>
    </message>
    <message>
        <source>Shows every pool of the topology with its services, computers, site and backup pool. File servers, SQL servers and Edge pools are pools too. Only a pool with user services and a Registrar can be backed up.</source>
        <translation>Zeigt jeden Pool der Topologie mit seinen Diensten, Computern, seinem Standort und Sicherungspool. Auch Dateiserver, SQL-Server und Edgepools sind Pools. Nur ein Pool mit Benutzerdiensten und einem Registrar kann gesichert werden.</translation>
    </message>
    <message>
        <source>Shows the pool with this fully qualified domain name.</source>
        <translation>Zeigt den Pool mit diesem vollqualifizierten Domänennamen.</translation>
    </message>
    <message>
        <source>All pools.</source>
        <translation>Alle Pools.</translation>
    </message>
    <message>
        <source>Shows the pools whose name matches this text, in which * stands for any characters and ? for one.</source>
        <translation>Zeigt die Pools, deren Name zu diesem Text passt; * steht darin für beliebige Zeichen und ? für eines.</translation>
    </message>
    <message>
        <source>Shows the pools of one site, named as &quot;Redmond&quot; or &quot;Site:Redmond&quot;.</source>
        <translation>Zeigt die Pools eines Standorts, benannt wie „Redmond“ oder „Site:Redmond“.</translation>
    </message>
    <message>
        <source>Lists all pools.</source>
        <translation>Listet alle Pools auf.</translation>
    </message>
    <message>
        <source>Shows one pool.</source>
        <translation>Zeigt einen Pool.</translation>
    </message>
    <message>
        <source>Lists the pools of one domain.</source>
        <translation>Listet die Pools einer Domäne auf.</translation>
    </message>
    <message>
        <source>Lists services of the role %1 only.</source>
        <translation>Listet nur Dienste der Rolle %1 auf.</translation>
    </message>
    <message>
        <source>Lists the services of the topology.</source>
        <translation>Listet die Dienste der Topologie auf.</translation>
    </message>
    <message>
        <source>Shows the service with this identity, for example &quot;Registrar:atl-cs-001.litwareinc.com&quot;.</source>
        <translation>Zeigt den Dienst mit dieser Identität, zum Beispiel „Registrar:atl-cs-001.litwareinc.com“.</translation>
    </message>
    <message>
        <source>All services.</source>
        <translation>Alle Dienste.</translation>
    </message>
    <message>
        <source>Shows the services of one pool.</source>
        <translation>Zeigt die Dienste eines Pools.</translation>
    </message>
    <message>
        <source>Shows the services of one site, named as &quot;Redmond&quot; or &quot;Site:Redmond&quot;.</source>
        <translation>Zeigt die Dienste eines Standorts, benannt wie „Redmond“ oder „Site:Redmond“.</translation>
    </message>
    <message>
        <source>Lists the services of one pool.</source>
        <translation>Listet die Dienste eines Pools auf.</translation>
    </message>
    <message>
        <source>Lists all Registrars.</source>
        <translation>Listet alle Registrare auf.</translation>
    </message>
    <message>
        <source>Shows which pool is the backup pool of a pool.</source>
        <translation>Zeigt, welcher Pool der Sicherungspool eines Pools ist.</translation>
    </message>
    <message>
        <source>The association is made in Topology Builder and cannot be changed here. Pairing is mutual: each of the two pools is the other&apos;s backup pool.</source>
        <translation>Die Zuordnung wird im Topologie-Generator vorgenommen und kann hier nicht geändert werden. Ein Poolpaar gilt gegenseitig: Jeder der beiden Pools ist der Sicherungspool des anderen.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool whose backup pool is shown.</source>
        <translation>Vollqualifizierter Domänenname des Pools, dessen Sicherungspool gezeigt wird.</translation>
    </message>
    <message>
        <source>Shows the backup pool of one pool.</source>
        <translation>Zeigt den Sicherungspool eines Pools.</translation>
    </message>
    <message>
        <source>Shows the state of pools: active, failing over, failed over or failed back.</source>
        <translation>Zeigt den Zustand von Pools: aktiv, im Übergang, im Failover oder zurückgeholt.</translation>
    </message>
    <message>
        <source>Shows the configuration of Registrars. A lab deployment knows one setting of it, PoolState.</source>
        <translation>Zeigt die Konfiguration von Registraren. Eine Laborbereitstellung kennt davon eine Einstellung, PoolState.</translation>
    </message>
    <message>
        <source>Shows the configuration with this identity, for example &quot;Service:Registrar:atl-cs-001.litwareinc.com&quot;. A lab deployment also takes the pool&apos;s name alone.</source>
        <translation>Zeigt die Konfiguration mit dieser Identität, zum Beispiel „Service:Registrar:atl-cs-001.litwareinc.com“. Eine Laborbereitstellung nimmt auch den Poolnamen allein an.</translation>
    </message>
    <message>
        <source>All configurations.</source>
        <translation>Alle Konfigurationen.</translation>
    </message>
    <message>
        <source>Shows the state of one pool.</source>
        <translation>Zeigt den Zustand eines Pools.</translation>
    </message>
    <message>
        <source>Lists the administrator roles and the cmdlets that each may run.</source>
        <translation>Listet die Administratorrollen auf und die Cmdlets, die jede ausführen darf.</translation>
    </message>
    <message>
        <source>Role-based access control decides who may run a cmdlet in a remote session. Which roles hold Backup-CsPool by default is not published: the roles of a lab deployment are examples of ours, and a lab deployment restricts nobody.</source>
        <translation>Die rollenbasierte Zugriffssteuerung entscheidet, wer in einer Remotesitzung ein Cmdlet ausführen darf. Welche Rollen Backup-CsPool ab Werk enthalten, ist nicht veröffentlicht: Die Rollen einer Laborbereitstellung sind unsere Beispiele, und eine Laborbereitstellung schränkt niemanden ein.</translation>
    </message>
    <message>
        <source>Shows the role with this name.</source>
        <translation>Zeigt die Rolle mit diesem Namen.</translation>
    </message>
    <message>
        <source>All roles.</source>
        <translation>Alle Rollen.</translation>
    </message>
    <message>
        <source>Shows the roles whose name matches this text, in which * stands for any characters and ? for one.</source>
        <translation>Zeigt die Rollen, deren Name zu diesem Text passt; * steht darin für beliebige Zeichen und ? für eines.</translation>
    </message>
    <message>
        <source>Shows one role with its cmdlets.</source>
        <translation>Zeigt eine Rolle mit ihren Cmdlets.</translation>
    </message>
    <message>
        <source>Shows the topology, or writes it out as a topology document.</source>
        <translation>Zeigt die Topologie oder gibt sie als Topologiedokument aus.</translation>
    </message>
    <message>
        <source>Shows the published topology. With AsXml its document is written out, with everything that stood in it when it was published.</source>
        <translation>Zeigt die veröffentlichte Topologie. Mit AsXml wird ihr Dokument ausgegeben, mit allem, was bei der Veröffentlichung darin stand.</translation>
    </message>
    <message>
        <source>Writes the topology document instead of an overview.</source>
        <translation>Gibt statt einer Übersicht das Topologiedokument aus.</translation>
    </message>
    <message>
        <source>Writes the topology document.</source>
        <translation>Gibt das Topologiedokument aus.</translation>
    </message>
    <message>
        <source>Publishes a topology document.</source>
        <translation>Veröffentlicht ein Topologiedokument.</translation>
    </message>
    <message>
        <source>Puts a topology document into the Central Management store. Both formats are read: the output of Get-CsTopology -AsXml and the .tbxml files of Topology Builder. How a document states the pairing of pools is not published; where it cannot be read from the document, state it with Pair. Pairs that neither the document nor Pair speaks about stay as they are.

In a lab deployment new pools get their stores, pools that vanish keep theirs, and the pairing of a pool that is failed over cannot change. The local replicas stay behind until Invoke-CsManagementStoreReplication.</source>
        <translation>Legt ein Topologiedokument im zentralen Verwaltungsspeicher ab. Beide Formate werden gelesen: die Ausgabe von Get-CsTopology -AsXml und die .tbxml-Dateien des Topologie-Generators. Wie ein Dokument Poolpaare angibt, ist nicht veröffentlicht; wo sie sich nicht aus dem Dokument lesen lassen, geben Sie sie mit Pair an. Paare, von denen weder das Dokument noch Pair spricht, bleiben, wie sie sind.

In einer Laborbereitstellung erhalten neue Pools ihre Speicher, verschwundene Pools behalten ihre, und das Paar eines Pools im Failover kann sich nicht ändern. Die lokalen Replikate bleiben zurück bis zu Invoke-CsManagementStoreReplication.</translation>
    </message>
    <message>
        <source>The topology document.</source>
        <translation>Das Topologiedokument.</translation>
    </message>
    <message>
        <source>Pairs of pools that back each other up, each as &quot;a.example.com=b.example.com&quot;; &quot;a.example.com=&quot; ends the pairing of a pool. Ours, for a lab deployment.</source>
        <translation>Paare von Pools, die einander sichern, jedes als „a.example.com=b.example.com“; „a.example.com=“ beendet das Paar eines Pools. Unsere Zugabe für Laborbereitstellungen.</translation>
    </message>
    <message>
        <source>The pairs that the document states, and those that were there before.</source>
        <translation>Die Paare, die das Dokument angibt, und die bisherigen.</translation>
    </message>
    <message>
        <source>Publishes a document.</source>
        <translation>Veröffentlicht ein Dokument.</translation>
    </message>
    <message>
        <source>Publishes a document of Topology Builder and states which pools are a pair.</source>
        <translation>Veröffentlicht ein Dokument des Topologie-Generators und gibt an, welche Pools ein Paar sind.</translation>
    </message>
    <message>
        <source>Makes a lab deployment in a folder.</source>
        <translation>Legt eine Laborbereitstellung in einem Ordner an.</translation>
    </message>
    <message>
        <source>Makes a lab deployment, with a store for every pool, from a topology document in either of its two formats, or the sample deployment of litwareinc.com. Pairs that Microsoft does not support are made, with a warning.

This cmdlet is ours; genuine servers do not have it.</source>
        <translation>Legt aus einem Topologiedokument in einem seiner beiden Formate eine Laborbereitstellung mit einem Speicher für jeden Pool an, oder die Beispielbereitstellung von litwareinc.com. Paare, die Microsoft nicht unterstützt, werden mit einer Warnung angelegt.

Dieses Cmdlet ist unseres; echte Server haben es nicht.</translation>
    </message>
    <message>
        <source>Folder for the deployment. It must be empty, or not there yet.</source>
        <translation>Ordner für die Bereitstellung. Er muss leer sein oder noch nicht existieren.</translation>
    </message>
    <message>
        <source>The topology document that says which pools there are.</source>
        <translation>Das Topologiedokument, das sagt, welche Pools es gibt.</translation>
    </message>
    <message>
        <source>Makes the sample deployment: four sites, nine pools with user services, users, conferences and every status that a backup can have.</source>
        <translation>Legt die Beispielbereitstellung an: vier Standorte, neun Pools mit Benutzerdiensten, Benutzer, Konferenzen und jeden Status, den eine Sicherung haben kann.</translation>
    </message>
    <message>
        <source>Pairs of pools that back each other up, each as &quot;a.example.com=b.example.com&quot;.</source>
        <translation>Paare von Pools, die einander sichern, jedes als „a.example.com=b.example.com“.</translation>
    </message>
    <message>
        <source>The pairs that the document states.</source>
        <translation>Die Paare, die das Dokument angibt.</translation>
    </message>
    <message>
        <source>The pool that holds the active Central Management store.</source>
        <translation>Der Pool, der den aktiven zentralen Verwaltungsspeicher hält.</translation>
    </message>
    <message>
        <source>The one that the document states, else the first pool that can be backed up.</source>
        <translation>Der vom Dokument angegebene, sonst der erste Pool, der gesichert werden kann.</translation>
    </message>
    <message>
        <source>Name of the deployment, shown in every banner and report.</source>
        <translation>Name der Bereitstellung, in jedem Banner und Bericht gezeigt.</translation>
    </message>
    <message>
        <source>The name of the folder.</source>
        <translation>Der Name des Ordners.</translation>
    </message>
    <message>
        <source>Makes the sample deployment.</source>
        <translation>Legt die Beispielbereitstellung an.</translation>
    </message>
    <message>
        <source>Makes a deployment from a document of Topology Builder.</source>
        <translation>Legt eine Bereitstellung aus einem Dokument des Topologie-Generators an.</translation>
    </message>
    <message>
        <source>All users.</source>
        <translation>Alle Benutzer.</translation>
    </message>
    <message>
        <source>Puts user data from an archive into a pool.</source>
        <translation>Legt Benutzerdaten aus einem Archiv in einem Pool ab.</translation>
    </message>
    <message>
        <source>Reads an archive of Export-CsUserData, or the single XML file of its legacy format, and puts its documents into the user store of a pool. A document that is there already keeps its home pool; a new one is homed on the pool. A document that cannot be read is reported, and the others are imported.</source>
        <translation>Liest ein Archiv von Export-CsUserData oder die einzelne XML-Datei seines älteren Formats und legt die Dokumente im Benutzerspeicher eines Pools ab. Ein Dokument, das schon da ist, behält seinen Stammpool; ein neues wird auf dem Pool beheimatet. Ein Dokument, das nicht gelesen werden kann, wird gemeldet, und die anderen werden importiert.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool into which the data is put.</source>
        <translation>Vollqualifizierter Domänenname des Pools, in dem die Daten abgelegt werden.</translation>
    </message>
    <message>
        <source>The archive. Its format is found out from its content.</source>
        <translation>Das Archiv. Sein Format wird am Inhalt erkannt.</translation>
    </message>
    <message>
        <source>Imports the data of one user only, named by address: user@domain.</source>
        <translation>Importiert nur die Daten eines Benutzers, benannt durch seine Adresse: benutzer@domäne.</translation>
    </message>
    <message>
        <source>Imports everything that is in the archive.</source>
        <translation>Importiert alles, was im Archiv ist.</translation>
    </message>
    <message>
        <source>Writes the user data of a pool into an archive.</source>
        <translation>Schreibt die Benutzerdaten eines Pools in ein Archiv.</translation>
    </message>
    <message>
        <source>Writes the documents of users and conferences that a pool keeps, its own and those of the pool that it backs up, into a zip archive. Unlike a pool backup, an archive stays as it is: it is the way back when data was deleted or damaged.</source>
        <translation>Schreibt die Dokumente von Benutzern und Konferenzen, die ein Pool hält, seine eigenen und die des Pools, den er sichert, in ein Zip-Archiv. Anders als eine Poolsicherung bleibt ein Archiv, wie es ist: Es ist der Weg zurück, wenn Daten gelöscht oder beschädigt wurden.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool whose data is exported.</source>
        <translation>Vollqualifizierter Domänenname des Pools, dessen Daten exportiert werden.</translation>
    </message>
    <message>
        <source>The archive to write.</source>
        <translation>Das zu schreibende Archiv.</translation>
    </message>
    <message>
        <source>Exports the data of one user only, named by address: user@domain.</source>
        <translation>Exportiert nur die Daten eines Benutzers, benannt durch seine Adresse: benutzer@domäne.</translation>
    </message>
    <message>
        <source>Exports the data of one conference directory only, named by its number.</source>
        <translation>Exportiert nur die Daten eines Konferenzverzeichnisses, benannt durch seine Nummer.</translation>
    </message>
    <message>
        <source>All conference directories.</source>
        <translation>Alle Konferenzverzeichnisse.</translation>
    </message>
    <message>
        <source>Writes the single XML file of Lync Server 2010 instead of a zip archive.</source>
        <translation>Schreibt statt eines Zip-Archivs die einzelne XML-Datei von Lync Server 2010.</translation>
    </message>
    <message>
        <source>Exports everything that the pool keeps.</source>
        <translation>Exportiert alles, was der Pool hält.</translation>
    </message>
    <message>
        <source>Shows the users whose data a pool keeps, or one user&apos;s contacts and groups.</source>
        <translation>Zeigt die Benutzer, deren Daten ein Pool hält, oder die Kontakte und Gruppen eines Benutzers.</translation>
    </message>
    <message>
        <source>Without Identity, lists the users, conferences and other documents with their home pools. With it, shows that user&apos;s contacts, groups and privacy settings in readable form, so that a backup can be checked by eye on the backup pool.

With KeptAside, the same for versions that lost a conflict: a document that was changed on both pools is replaced by its newer version, and the other one is kept aside, with the reason.

This cmdlet is ours; genuine servers do not have it.</source>
        <translation>Listet ohne Identity die Benutzer, Konferenzen und anderen Dokumente mit ihren Stammpools auf. Mit Identity werden Kontakte, Gruppen und Privatsphäre-Einstellungen dieses Benutzers lesbar gezeigt, sodass sich eine Sicherung auf dem Sicherungspool mit dem Auge prüfen lässt.

Mit KeptAside dasselbe für Fassungen, die einen Konflikt verloren haben: Ein auf beiden Pools geändertes Dokument wird durch seine neuere Fassung ersetzt, und die andere wird mit dem Grund beiseitegelegt.

Dieses Cmdlet ist unseres; echte Server haben es nicht.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool whose user store is read.</source>
        <translation>Vollqualifizierter Domänenname des Pools, dessen Benutzerspeicher gelesen wird.</translation>
    </message>
    <message>
        <source>Address of one user: user@domain.</source>
        <translation>Adresse eines Benutzers: benutzer@domäne.</translation>
    </message>
    <message>
        <source>Shows the versions that lost a conflict and were kept aside instead of the present ones.</source>
        <translation>Zeigt statt der jetzigen Fassungen die, die einen Konflikt verloren haben und beiseitegelegt wurden.</translation>
    </message>
    <message>
        <source>Lists the users whose data the backup pool keeps.</source>
        <translation>Listet die Benutzer auf, deren Daten der Sicherungspool hält.</translation>
    </message>
    <message>
        <source>Lists the versions that lost a conflict on that pool, each with the reason.</source>
        <translation>Listet die Fassungen auf, die auf diesem Pool einen Konflikt verloren haben, jede mit dem Grund.</translation>
    </message>
    <message>
        <source>Removes the data of pools that are no longer partners of a pool.</source>
        <translation>Entfernt die Daten von Pools, die keine Partner eines Pools mehr sind.</translation>
    </message>
    <message>
        <source>A pool that has been paired with another one before still keeps that pool&apos;s data. Removes from the user store of a pool what belongs neither to the pool itself nor to its present partner.</source>
        <translation>Ein Pool, der früher ein Paar mit einem anderen war, hält noch dessen Daten. Entfernt aus dem Benutzerspeicher eines Pools, was weder ihm selbst noch seinem jetzigen Partner gehört.</translation>
    </message>
    <message>
        <source>Fully qualified domain name of the pool from which the data is removed.</source>
        <translation>Vollqualifizierter Domänenname des Pools, aus dem die Daten entfernt werden.</translation>
    </message>
    <message>
        <source>Says what would be removed.</source>
        <translation>Sagt, was entfernt würde.</translation>
    </message>
    <message>
        <source>Moves the service of a pool&apos;s users to its backup pool. The users stay homed on their pool; the backup pool serves them until the pool is failed back.

Without DisasterMode the pool must be up: it is made read-only first and its last changes are copied, so that nothing is lost. With DisasterMode the pool is not touched: what had not been backed up is not on the backup pool, and the command says what that is as far as it can know.

A failover is refused while an Edge pool has the pool as its next hop, and while the pool holds the active Central Management store: move those first, with Set-CsEdgeServer and Invoke-CsManagementServerFailover.</source>
        <translation>Verlagert den Dienst für die Benutzer eines Pools auf seinen Sicherungspool. Die Benutzer bleiben auf ihrem Pool beheimatet; der Sicherungspool bedient sie bis zum Failback des Pools.

Ohne DisasterMode muss der Pool in Betrieb sein: Er wird zuerst schreibgeschützt, und seine letzten Änderungen werden kopiert, sodass nichts verloren geht. Mit DisasterMode wird der Pool nicht angerührt: Was nicht gesichert war, ist nicht auf dem Sicherungspool, und der Befehl sagt, was das ist, soweit er es wissen kann.

Ein Failover wird abgelehnt, solange ein Edgepool diesen Pool als nächsten Hop hat und solange der Pool den aktiven zentralen Verwaltungsspeicher hält: Verlagern Sie diese zuerst, mit Set-CsEdgeServer und Invoke-CsManagementServerFailover.</translation>
    </message>
    <message>
        <source>Changes the next hop of an Edge pool.</source>
        <translation>Ändert den nächsten Hop eines Edgepools.</translation>
    </message>
    <message>
        <source>The next hop is the pool to which an Edge pool hands its traffic. A pool that is a next hop cannot be failed over: let the Edge pool point at another pool first. Only what a failover needs is here: the parameters of the genuine cmdlet that change ports are left out.

The next hop is changed in the topology on the Central Management store, of which nothing else changes. It takes effect when the topology has been replicated: run Invoke-CsManagementStoreReplication, and see the result with Get-CsManagementStoreReplicationStatus.</source>
        <translation>Der nächste Hop ist der Pool, an den ein Edgepool seinen Datenverkehr übergibt. Für einen Pool, der ein nächster Hop ist, ist kein Failover möglich: Lassen Sie den Edgepool zuerst auf einen anderen Pool zeigen. Hier ist nur, was ein Failover braucht: Die Parameter des echten Cmdlets, die Ports ändern, fehlen.

Der nächste Hop wird in der Topologie im zentralen Verwaltungsspeicher geändert, und sonst ändert sich an ihr nichts. Er wirkt, sobald die Topologie repliziert ist: Führen Sie Invoke-CsManagementStoreReplication aus, und sehen Sie das Ergebnis mit Get-CsManagementStoreReplicationStatus an.</translation>
    </message>
    <message>
        <source>The Edge service, for example &quot;EdgeServer:dublin-edge-001.litwareinc.com&quot;. The name of the Edge pool alone is enough.</source>
        <translation>Der Edgedienst, zum Beispiel &quot;EdgeServer:dublin-edge-001.litwareinc.com&quot;. Der Name des Edgepools allein genügt.</translation>
    </message>
    <message>
        <source>The Registrar of the new next hop, for example &quot;Registrar:dublin-cs-002.litwareinc.com&quot;: of a pool with user services or of a Director. A lab deployment also takes the pool&apos;s name alone.</source>
        <translation>Der Registrar des neuen nächsten Hops, zum Beispiel &quot;Registrar:dublin-cs-002.litwareinc.com&quot;: eines Pools mit Benutzerdiensten oder eines Directors. Eine Laborbereitstellung nimmt auch den Namen des Pools allein.</translation>
    </message>
    <message>
        <source>Lets an Edge pool point at another pool, before its next hop is failed over.</source>
        <translation>Lässt einen Edgepool vor dem Failover seines nächsten Hops auf einen anderen Pool zeigen.</translation>
    </message>
    <message>
        <source>Shows which services run on which pools, and which services each of them depends on. Of an Edge service Registrar is its next hop.</source>
        <translation>Zeigt, welche Dienste auf welchen Pools laufen und von welchen Diensten jeder von ihnen abhängt. Bei einem Edgedienst ist Registrar sein nächster Hop.</translation>
    </message>
    <message>
        <source>Lists the Edge services with their next hops.</source>
        <translation>Listet die Edgedienste mit ihren nächsten Hops auf.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandBinder</name>
    <message>
        <source>The parameter name &quot;-%1&quot; is ambiguous: it can mean %2.</source>
        <translation>Der Parametername „-%1“ ist mehrdeutig: Er kann %2 bedeuten.</translation>
    </message>
    <message>
        <source>Write more of the name.</source>
        <translation>Schreiben Sie mehr von dem Namen.</translation>
    </message>
    <message>
        <source>The parameter %1 needs a value, and none is given.</source>
        <translation>Der Parameter %1 braucht einen Wert, und es ist keiner angegeben.</translation>
    </message>
    <message>
        <source>Write -%1 and its value.</source>
        <translation>Schreiben Sie -%1 und seinen Wert.</translation>
    </message>
    <message>
        <source>a value, and no constant</source>
        <translation>ein Wert und keine Konstante</translation>
    </message>
    <message>
        <source>a single value; a value that holds a comma stands in quotes</source>
        <translation>ein einzelner Wert; ein Wert mit Komma steht in Anführungszeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to no parameter of %2.</source>
        <translation>„%1“ gehört zu keinem Parameter von %2.</translation>
    </message>
    <message>
        <source>A switch takes its value behind a colon: -%1:$true or -%1:$false.</source>
        <translation>Ein Schalter erhält seinen Wert hinter einem Doppelpunkt: -%1:$true oder -%1:$false.</translation>
    </message>
    <message>
        <source>Write the parameter&apos;s name before the value. %1</source>
        <translation>Schreiben Sie den Namen des Parameters vor den Wert. %1</translation>
    </message>
    <message>
        <source>The parameter %1 is given more than once.</source>
        <translation>Der Parameter %1 ist mehr als einmal angegeben.</translation>
    </message>
    <message>
        <source>Give -%1 once, with its values separated by commas.</source>
        <translation>Geben Sie -%1 einmal an, mit durch Kommas getrennten Werten.</translation>
    </message>
    <message>
        <source>Give -%1 once.</source>
        <translation>Geben Sie -%1 einmal an.</translation>
    </message>
    <message>
        <source>Write its value before %1; if that is the value, write -%2:%1.</source>
        <translation>Schreiben Sie seinen Wert vor %1; ist das der Wert, schreiben Sie -%2:%1.</translation>
    </message>
    <message>
        <source>The line does not begin with the name of a cmdlet.</source>
        <translation>Die Zeile beginnt nicht mit dem Namen eines Cmdlets.</translation>
    </message>
    <message>
        <source>Begin with a cmdlet, for example Get-CsPool. &quot;Get-Help&quot; lists them.</source>
        <translation>Beginnen Sie mit einem Cmdlet, zum Beispiel Get-CsPool. „Get-Help“ listet sie auf.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandDialog</name>
    <message>
        <source>&amp;Go to %1</source>
        <translation>&amp;Zu %1</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>Be&amp;fehl:</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Pla&amp;n</source>
        <translation>Pla&amp;n</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>V&amp;orlagen</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>Zurücks&amp;etzen</translation>
    </message>
    <message>
        <source>Empties all fields, so that the cmdlet&apos;s defaults hold</source>
        <translation>Leert alle Felder, sodass die Vorgaben des Cmdlets gelten</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Shows what would be done (-WhatIf). Changes nothing.</source>
        <translation>Zeigt, was getan würde (-WhatIf). Ändert nichts.</translation>
    </message>
    <message>
        <source>Asks first, then queues a job for each pool (Ctrl+Enter)</source>
        <translation>Fragt zuerst nach und reiht dann für jeden Pool einen Auftrag ein (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Queues a job for each pool (Ctrl+Enter)</source>
        <translation>Reiht für jeden Pool einen Auftrag ein (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The values of your last run are filled in. Reset empties the fields.</source>
        <translation>Die Werte Ihres letzten Laufs sind eingetragen. „Zurücksetzen“ leert die Felder.</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>button that opens a question</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>The command below is being edited. Apply or discard what you have changed there.</source>
        <translation>Der Befehl unten wird gerade bearbeitet. Übernehmen oder verwerfen Sie, was Sie dort geändert haben.</translation>
    </message>
    <message>
        <source>Ctrl+Enter submits from every field.</source>
        <translation>Strg+Eingabe sendet aus jedem Feld ab.</translation>
    </message>
    <message>
        <source>The parameters are complete.</source>
        <translation>Die Parameter sind vollständig.</translation>
    </message>
    <message>
        <source>The parameters are complete. Something may be lost: read the warning below.</source>
        <translation>Die Parameter sind vollständig. Etwas kann verloren gehen: Lesen Sie die Warnung unten.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandFormState</name>
    <message>
        <source>This form is for %1, and the command is %2.</source>
        <translation>Dieses Formular ist für %1, und der Befehl ist %2.</translation>
    </message>
    <message>
        <source>Paste a command of %1.</source>
        <translation>Fügen Sie einen Befehl %1 ein.</translation>
    </message>
    <message>
        <source>There is no command in the text.</source>
        <translation>In dem Text steht kein Befehl.</translation>
    </message>
    <message>
        <source>Paste a line that begins with %1.</source>
        <translation>Fügen Sie eine Zeile ein, die mit %1 beginnt.</translation>
    </message>
    <message>
        <source>WhatIf was left out: Preview does what it says.</source>
        <translation>WhatIf wurde weggelassen: Die Vorschau tut, was es sagt.</translation>
    </message>
    <message>
        <source>The lines differ in more than the pool.</source>
        <translation>Die Zeilen unterscheiden sich in mehr als dem Pool.</translation>
    </message>
    <message>
        <source>Paste one command, or commands that are the same but for PoolFqdn.</source>
        <translation>Fügen Sie einen Befehl ein oder Befehle, die bis auf PoolFqdn gleich sind.</translation>
    </message>
    <message>
        <source>Not available while %1 is set: the two cannot be used together.</source>
        <translation>Nicht verfügbar, solange %1 gesetzt ist: Die beiden können nicht zusammen verwendet werden.</translation>
    </message>
    <message>
        <source>Will be replaced: %1</source>
        <translation>Wird ersetzt: %1</translation>
    </message>
</context>
<context>
    <name>cspool::CommandLineBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Copy the command line.</source>
        <translation>Die Befehlszeile kopieren.</translation>
    </message>
    <message>
        <source>Open the form of this command. Nothing runs before it is sent and confirmed there.</source>
        <translation>Das Formular dieses Befehls öffnen. Nichts läuft, bevor er dort abgeschickt und bestätigt ist.</translation>
    </message>
    <message>
        <source>Command line: %1</source>
        <comment>what it is for</comment>
        <translation>Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Copy the command line: %1</source>
        <comment>what it is for</comment>
        <translation>Befehlszeile kopieren: %1</translation>
    </message>
    <message>
        <source>Open the form of the command: %1</source>
        <comment>what it is for</comment>
        <translation>Formular des Befehls öffnen: %1</translation>
    </message>
</context>
<context>
    <name>cspool::CommandLinePane</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Edit or paste…</source>
        <translation>&amp;Bearbeiten oder einfügen …</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Change the command here, or paste one: the form takes over what it says.</source>
        <translation>Ändern Sie den Befehl hier, oder fügen Sie einen ein: Das Formular übernimmt, was er sagt.</translation>
    </message>
    <message>
        <source>Change the &amp;command, or paste another one:</source>
        <translation>Den Be&amp;fehl ändern oder einen anderen einfügen:</translation>
    </message>
    <message>
        <source>&amp;Commands, one for each pool:</source>
        <translation>Be&amp;fehle, einer für jeden Pool:</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>Be&amp;fehl:</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>&amp;Command, not valid yet; the message above the form says why:</source>
        <translation>Be&amp;fehl, noch nicht gültig; die Meldung über dem Formular sagt, warum:</translation>
    </message>
</context>
<context>
    <name>cspool::CommandPhrases</name>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>Back up %1 to %2</source>
        <translation>%1 nach %2 sichern</translation>
    </message>
    <message numerus="yes">
        <source>Back up %n pools</source>
        <translation>
            <numerusform>%n Pool sichern</numerusform>
            <numerusform>%n Pools sichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back up %n pools to their backup pools</source>
        <translation>
            <numerusform>%n Pool in seinen Sicherungspool sichern</numerusform>
            <numerusform>%n Pools in ihre Sicherungspools sichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise %1</source>
        <translation>%1 synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise %1 with its backup pool</source>
        <translation>%1 mit seinem Sicherungspool synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise %1 with %2</source>
        <translation>%1 mit %2 synchronisieren</translation>
    </message>
    <message numerus="yes">
        <source>Synchronise %n pools</source>
        <translation>
            <numerusform>%n Pool synchronisieren</numerusform>
            <numerusform>%n Pools synchronisieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise %n pools with their backup pools</source>
        <translation>
            <numerusform>%n Pool mit seinem Sicherungspool synchronisieren</numerusform>
            <numerusform>%n Pools mit ihren Sicherungspools synchronisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Fail over</source>
        <translation>Failover ausführen</translation>
    </message>
    <message>
        <source>Fail over %1</source>
        <translation>Failover von %1 ausführen</translation>
    </message>
    <message>
        <source>Fail over %1 to its backup pool</source>
        <translation>Failover von %1 auf seinen Sicherungspool ausführen</translation>
    </message>
    <message>
        <source>Fail over %1 to %2</source>
        <translation>Failover von %1 auf %2 ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Fail over %n pools</source>
        <translation>
            <numerusform>Failover von %n Pool ausführen</numerusform>
            <numerusform>Failover von %n Pools ausführen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fail over %n pools to their backup pools</source>
        <translation>
            <numerusform>Failover von %n Pool auf seinen Sicherungspool ausführen</numerusform>
            <numerusform>Failover von %n Pools auf ihre Sicherungspools ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fail back</source>
        <translation>Failback ausführen</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>Failback von %1 ausführen</translation>
    </message>
    <message>
        <source>Give %1 its users back</source>
        <translation>%1 seine Benutzer zurückgeben</translation>
    </message>
    <message>
        <source>Give %1 its users back from %2</source>
        <translation>%1 seine Benutzer von %2 zurückgeben</translation>
    </message>
    <message numerus="yes">
        <source>Fail back %n pools</source>
        <translation>
            <numerusform>Failback von %n Pool ausführen</numerusform>
            <numerusform>Failback von %n Pools ausführen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n pools their users back</source>
        <translation>
            <numerusform>%n Pool seine Benutzer zurückgeben</numerusform>
            <numerusform>%n Pools ihre Benutzer zurückgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Export user data</source>
        <translation>Benutzerdaten exportieren</translation>
    </message>
    <message>
        <source>Export the user data of %1</source>
        <translation>Die Benutzerdaten von %1 exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export user data of %n pools</source>
        <translation>
            <numerusform>Benutzerdaten von %n Pool exportieren</numerusform>
            <numerusform>Benutzerdaten von %n Pools exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the user data of %n pools</source>
        <translation>
            <numerusform>Die Benutzerdaten von %n Pool exportieren</numerusform>
            <numerusform>Die Benutzerdaten von %n Pools exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import user data</source>
        <translation>Benutzerdaten importieren</translation>
    </message>
    <message>
        <source>Import user data into %1</source>
        <translation>Benutzerdaten nach %1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import user data into %n pools</source>
        <translation>
            <numerusform>Benutzerdaten in %n Pool importieren</numerusform>
            <numerusform>Benutzerdaten in %n Pools importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove data</source>
        <translation>Daten entfernen</translation>
    </message>
    <message>
        <source>Remove data from %1</source>
        <translation>Daten aus %1 entfernen</translation>
    </message>
    <message>
        <source>Remove the data of former partners from %1</source>
        <translation>Die Daten früherer Partner aus %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove data from %n pools</source>
        <translation>
            <numerusform>Daten aus %n Pool entfernen</numerusform>
            <numerusform>Daten aus %n Pools entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the data of former partners from %n pools</source>
        <translation>
            <numerusform>Die Daten früherer Partner aus %n Pool entfernen</numerusform>
            <numerusform>Die Daten früherer Partner aus %n Pools entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the active Central Management store</source>
        <translation>Den aktiven zentralen Verwaltungsspeicher verlagern</translation>
    </message>
    <message>
        <source>Update the replicas</source>
        <translation>Die Replikate auffrischen</translation>
    </message>
    <message>
        <source>Create the lab deployment</source>
        <translation>Die Laborbereitstellung anlegen</translation>
    </message>
    <message>
        <source>Publish the topology</source>
        <translation>Die Topologie veröffentlichen</translation>
    </message>
    <message>
        <source>Reset the backup service configuration</source>
        <translation>Die Konfiguration des Sicherungsdienstes zurücksetzen</translation>
    </message>
    <message>
        <source>Change the backup service configuration</source>
        <translation>Die Konfiguration des Sicherungsdienstes ändern</translation>
    </message>
    <message>
        <source>Run %1 for %2</source>
        <translation>%1 für %2 ausführen</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Run %1 for %n pools</source>
        <translation>
            <numerusform>%1 für %n Pool ausführen</numerusform>
            <numerusform>%1 für %n Pools ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>what is going to be done, as a question</comment>
        <translation>%1?</translation>
    </message>
    <message numerus="yes">
        <source>Back up %n pools; those that are failed over from their backup pools</source>
        <translation>
            <numerusform>%n Pool sichern; wenn er im Failover ist, aus seinem Sicherungspool</numerusform>
            <numerusform>%n Pools sichern; die im Failover aus ihren Sicherungspools</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up %1, which is failed over, from %2 to %1</source>
        <translation>%1, der im Failover ist, von %2 in %1 sichern</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from a pool to a pool</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2 (%2 is failed over)</source>
        <comment>from a pool to a pool</comment>
        <translation>%1 → %2 (%2 ist im Failover)</translation>
    </message>
    <message>
        <source>Change the next hop of the Edge pool</source>
        <translation>Den nächsten Hop des Edgepools ändern</translation>
    </message>
</context>
<context>
    <name>cspool::CommandPresets</name>
    <message>
        <source>The preset &quot;%1&quot; cannot be used: %2</source>
        <translation>Die Vorlage „%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>it is for another cmdlet.</source>
        <translation>Sie ist für ein anderes Cmdlet.</translation>
    </message>
    <message>
        <source>Delete it and save it again.</source>
        <translation>Löschen Sie sie, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;.</source>
        <translation>Es gibt keine Vorlage „%1“.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandPreview</name>
    <message>
        <source>Stop preview</source>
        <translation>Vorschau anhalten</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>Fortschritt der Vorschau</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>The preview was stopped. Nothing was changed.</source>
        <translation>Die Vorschau wurde angehalten. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Preview shows here what would be done. It changes nothing.</source>
        <translation>Die Vorschau zeigt hier, was getan würde. Sie ändert nichts.</translation>
    </message>
    <message>
        <source>Out of date: the form was changed since %1.</source>
        <translation>Überholt: Das Formular wurde seit %1 geändert.</translation>
    </message>
    <message>
        <source>Made at %1. Nothing was changed.</source>
        <translation>Erstellt um %1. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>For every pool:</source>
        <translation>Für jeden Pool:</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The command would fail:</source>
        <translation>Der Befehl würde fehlschlagen:</translation>
    </message>
    <message>
        <source>Warnings:</source>
        <translation>Warnungen:</translation>
    </message>
    <message>
        <source>What would be done:</source>
        <translation>Was getan würde:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and number of counted things</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looked at:</source>
        <translation>Angesehen:</translation>
    </message>
    <message>
        <source>The command says nothing about what it would do.</source>
        <translation>Der Befehl sagt nichts darüber, was er tun würde.</translation>
    </message>
    <message>
        <source>The temporary folder for the preview could not be made: %1</source>
        <translation>Der temporäre Ordner für die Vorschau konnte nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>Look at the space and the permissions of the temporary folder.</source>
        <translation>Prüfen Sie Speicherplatz und Berechtigungen des Ordners für temporäre Dateien.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: that is a folder.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: the folder %2 does not exist.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Der Ordner %2 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The report of the run would be written to %1.</source>
        <translation>Der Bericht des Laufs würde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandRun</name>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Make room there, or send the output elsewhere, and run the command again.</source>
        <translation>Schaffen Sie dort Platz, oder leiten Sie die Ausgabe anderswohin, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandRuntime</name>
    <message>
        <source>The command was stopped at this warning, because -WarningAction is Stop: %1</source>
        <translation>Der Befehl wurde bei dieser Warnung angehalten, weil -WarningAction Stop ist: %1</translation>
    </message>
    <message>
        <source>Performing the operation &quot;%1&quot; on target &quot;%2&quot;.</source>
        <translation>Vorgang „%1“ wird für das Ziel „%2“ ausgeführt.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>WhatIf: %1</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Are you sure you want to perform this action?
%1</source>
        <translation>Möchten Sie diese Aktion wirklich ausführen?
%1</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Continue with only the next step of the operation.</source>
        <translation>Nur mit dem nächsten Schritt des Vorgangs fortfahren.</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ja, &amp;alle</translation>
    </message>
    <message>
        <source>Continue with all the steps of the operation.</source>
        <translation>Mit allen Schritten des Vorgangs fortfahren.</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Skip this operation and proceed with the next operation.</source>
        <translation>Diesen Vorgang überspringen und mit dem nächsten fortfahren.</translation>
    </message>
    <message>
        <source>No to A&amp;ll</source>
        <translation>Nein, a&amp;lle</translation>
    </message>
    <message>
        <source>Skip this operation and all subsequent operations.</source>
        <translation>Diesen Vorgang und alle folgenden überspringen.</translation>
    </message>
    <message>
        <source>Continue with this operation?
%1</source>
        <translation>Mit diesem Vorgang fortfahren?
%1</translation>
    </message>
    <message>
        <source>&amp;Halt Command</source>
        <translation>Befehl an&amp;halten</translation>
    </message>
    <message>
        <source>Stop this command.</source>
        <translation>Diesen Befehl anhalten.</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
</context>
<context>
    <name>cspool::CommandSubmission</name>
    <message>
        <source>%1: %2</source>
        <comment>parameter, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PowerShell asks again before each step, because Confirm is set.</source>
        <translation>PowerShell fragt vor jedem Schritt noch einmal, weil Confirm gesetzt ist.</translation>
    </message>
    <message>
        <source>Nothing asks again: -Confirm:$false stands for your answer here.</source>
        <translation>Danach fragt nichts mehr: -Confirm:$false steht für Ihre Antwort hier.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandValidation</name>
    <message>
        <source>a lab deployment</source>
        <translation>eine Laborbereitstellung</translation>
    </message>
    <message>
        <source>genuine servers</source>
        <translation>echte Server</translation>
    </message>
    <message>
        <source>%1 needs the parameter %2.</source>
        <translation>%1 braucht den Parameter %2.</translation>
    </message>
    <message>
        <source>Add -%1 and its value.</source>
        <translation>Fügen Sie -%1 und seinen Wert hinzu.</translation>
    </message>
    <message>
        <source>The parameter %1 does not exist for %2.</source>
        <translation>Den Parameter %1 gibt es nicht für %2.</translation>
    </message>
    <message>
        <source>Leave -%1 out.</source>
        <translation>Lassen Sie -%1 weg.</translation>
    </message>
    <message>
        <source>The parameters %1 and %2 cannot be used together.</source>
        <translation>Die Parameter %1 und %2 können nicht zusammen verwendet werden.</translation>
    </message>
    <message>
        <source>Leave out -%1 or -%2.</source>
        <translation>Lassen Sie -%1 oder -%2 weg.</translation>
    </message>
    <message>
        <source>The parameter %1 can only be used together with %2.</source>
        <translation>Der Parameter %1 kann nur zusammen mit %2 verwendet werden.</translation>
    </message>
    <message>
        <source>Add -%1, or leave out -%2.</source>
        <translation>Fügen Sie -%1 hinzu, oder lassen Sie -%2 weg.</translation>
    </message>
    <message>
        <source>Add %1.</source>
        <translation>Fügen Sie %1 hinzu.</translation>
    </message>
    <message>
        <source>The cmdlet %1 does not exist for %2.</source>
        <translation>Das Cmdlet %1 gibt es nicht für %2.</translation>
    </message>
    <message>
        <source>Choose another cmdlet, or another deployment.</source>
        <translation>Wählen Sie ein anderes Cmdlet oder eine andere Bereitstellung.</translation>
    </message>
</context>
<context>
    <name>cspool::CommandWarnings</name>
    <message>
        <source>The deployment has no such pool: %1.</source>
        <translation>Die Bereitstellung hat keinen solchen Pool: %1.</translation>
    </message>
    <message>
        <source>No user services, so there is nothing to back up: %1. The command will fail.</source>
        <translation>Keine Benutzerdienste, also nichts zu sichern: %1. Der Befehl wird fehlschlagen.</translation>
    </message>
    <message>
        <source>No backup pool is reported for: %1. The command will fail unless the pool is paired.</source>
        <translation>Kein Sicherungspool gemeldet für: %1. Der Befehl wird fehlschlagen, wenn der Pool kein Paar hat.</translation>
    </message>
    <message>
        <source>Users are at work on an active pool, so FinalState may never be reached: %1. RetryCount limits the wait.</source>
        <translation>Auf einem aktiven Pool arbeiten Benutzer, FinalState wird womöglich nie erreicht: %1. RetryCount begrenzt das Warten.</translation>
    </message>
    <message>
        <source>Not failed over, so nothing will be copied: %1.</source>
        <translation>Nicht im Failover, es wird also nichts kopiert: %1.</translation>
    </message>
    <message>
        <source>Has no effect without FullBackup or SteadyState: the copy begins at once.</source>
        <translation>Wirkt nicht ohne FullBackup oder SteadyState: Das Kopieren beginnt sofort.</translation>
    </message>
    <message>
        <source>Has to wait for another job to end: %1. Under way: %2</source>
        <translation>Muss auf das Ende eines anderen Auftrags warten: %1. Im Gange: %2</translation>
    </message>
    <message>
        <source>What users changed on the backup pool since the failover is not copied back.</source>
        <translation>Was Benutzer seit dem Failover auf dem Sicherungspool geändert haben, wird nicht zurückkopiert.</translation>
    </message>
    <message>
        <source>What had not been backed up is not on the backup pool: users do without it, and it may be lost.</source>
        <translation>Was nicht gesichert war, ist nicht auf dem Sicherungspool: Den Benutzern fehlt es, und es kann verloren sein.</translation>
    </message>
    <message>
        <source>Nothing checks that the data has arrived before the pool changes hands.</source>
        <translation>Nichts prüft, ob die Daten angekommen sind, bevor der Pool in andere Hände geht.</translation>
    </message>
    <message>
        <source>The data of pools that are no longer partners is deleted for good.</source>
        <translation>Die Daten von Pools, die keine Partner mehr sind, werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>All settings of the backup service return to their defaults.</source>
        <translation>Alle Einstellungen des Sicherungsdienstes kehren zu ihren Vorgaben zurück.</translation>
    </message>
    <message>
        <source>Conference content that has vanished from the pool is deleted on the backup pool too.</source>
        <translation>Konferenzinhalt, der aus dem Pool verschwunden ist, wird auch auf dem Sicherungspool gelöscht.</translation>
    </message>
    <message>
        <source>If the active Central Management store is out of reach, what had not been copied to the standby copy is lost.</source>
        <translation>Ist der aktive zentrale Verwaltungsspeicher nicht erreichbar, geht verloren, was noch nicht in die Standby-Kopie kopiert war.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>module, pool</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 is in ErrorState: it may not be copied. The tab Modules of the pool says why, and what to do first.</source>
        <translation>%1 ist im ErrorState: Es wird vielleicht nicht kopiert. Die Registerkarte Module des Pools sagt, warum und was zuerst zu tun ist.</translation>
    </message>
    <message>
        <source>In ErrorState, and may not be copied: %1. The tab Modules of each pool says why, and what to do first.</source>
        <translation>Im ErrorState, wird vielleicht nicht kopiert: %1. Die Registerkarte Module jedes Pools sagt, warum und was zuerst zu tun ist.</translation>
    </message>
</context>
<context>
    <name>cspool::ConfigurationForm</name>
    <message>
        <source>What Apply will ru&amp;n:</source>
        <translation>Was „Übernehmen“ aus&amp;führt:</translation>
    </message>
    <message>
        <source>Appl&amp;y…</source>
        <translation>Übe&amp;rnehmen …</translation>
    </message>
    <message>
        <source>Rever&amp;t</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Reset to &amp;defaults…</source>
        <translation>Auf Vor&amp;gaben zurücksetzen …</translation>
    </message>
    <message>
        <source>One configuration holds for the backup service of all pools of the deployment, not only of this one.</source>
        <translation>Eine Konfiguration gilt für den Sicherungsdienst aller Pools der Bereitstellung, nicht nur für diesen.</translation>
    </message>
    <message>
        <source>This deployment has no Set-CsBackupServiceConfiguration.</source>
        <translation>Diese Bereitstellung hat kein Set-CsBackupServiceConfiguration.</translation>
    </message>
    <message>
        <source>The configuration could not be read again: %1 What you see was read %2.</source>
        <translation>Die Konfiguration konnte nicht neu gelesen werden: %1 Was Sie sehen, wurde %2 gelesen.</translation>
    </message>
    <message>
        <source>The configuration could not be read: %1</source>
        <translation>Die Konfiguration konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The configuration is being read…</source>
        <translation>Die Konfiguration wird gelesen …</translation>
    </message>
    <message>
        <source>Read %1 with Get-CsBackupServiceConfiguration.</source>
        <translation>%1 mit Get-CsBackupServiceConfiguration gelesen.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>changed; it is %1 now</source>
        <translation>geändert; jetzt gilt %1</translation>
    </message>
    <message>
        <source>changed; what it is now is not reported</source>
        <translation>geändert; was jetzt gilt, ist nicht gemeldet</translation>
    </message>
    <message>
        <source>nothing: first correct what is marked</source>
        <translation>nichts: Berichtigen Sie zuerst, was markiert ist</translation>
    </message>
    <message>
        <source>nothing: no setting is changed</source>
        <translation>nichts: Keine Einstellung ist geändert</translation>
    </message>
    <message>
        <source>Change the configuration of the backup service of all pools of %1?</source>
        <translation>Die Konfiguration des Sicherungsdienstes aller Pools von %1 ändern?</translation>
    </message>
    <message>
        <source>&amp;Change configuration</source>
        <translation>&amp;Konfiguration ändern</translation>
    </message>
    <message>
        <source>Give every setting of the backup service of all pools of %1 its default value again?</source>
        <translation>Jeder Einstellung des Sicherungsdienstes aller Pools von %1 wieder ihren voreingestellten Wert geben?</translation>
    </message>
    <message>
        <source>The values that hold now are lost.</source>
        <translation>Die jetzt geltenden Werte gehen verloren.</translation>
    </message>
    <message>
        <source>&amp;Reset configuration</source>
        <translation>&amp;Konfiguration zurücksetzen</translation>
    </message>
    <message>
        <source>Backup service configuration</source>
        <translation>Konfiguration des Sicherungsdienstes</translation>
    </message>
    <message>
        <source>This will be run:</source>
        <translation>Dies wird ausgeführt:</translation>
    </message>
    <message>
        <source>The configuration is being changed…</source>
        <translation>Die Konfiguration wird geändert …</translation>
    </message>
    <message numerus="yes">
        <source>The configuration was changed, with %n warning(s): see the job.</source>
        <translation>
            <numerusform>Die Konfiguration wurde geändert, mit %n Warnung: siehe den Auftrag.</numerusform>
            <numerusform>Die Konfiguration wurde geändert, mit %n Warnungen: siehe den Auftrag.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration was changed.</source>
        <translation>Die Konfiguration wurde geändert.</translation>
    </message>
    <message>
        <source>The change was cancelled; the configuration is read again.</source>
        <translation>Die Änderung wurde abgebrochen; die Konfiguration wird neu gelesen.</translation>
    </message>
    <message>
        <source>The configuration was not changed: %1</source>
        <translation>Die Konfiguration wurde nicht geändert: %1</translation>
    </message>
</context>
<context>
    <name>cspool::ConfigurationFormState</name>
    <message>
        <source>Microsoft advises against changing SyncInterval unless it is necessary.</source>
        <translation>Microsoft rät davon ab, SyncInterval ohne Not zu ändern.</translation>
    </message>
    <message>
        <source>Who is in none of the AuthorizedUniversalGroups can no longer call the backup service: make sure that you are in one of them.</source>
        <translation>Wer in keiner der AuthorizedUniversalGroups ist, kann den Sicherungsdienst nicht mehr aufrufen: Stellen Sie sicher, dass Sie in einer davon sind.</translation>
    </message>
    <message>
        <source>The service&apos;s own account, Network Service by default, must stay among the AuthorizedLocalAccounts.</source>
        <translation>Das eigene Konto des Dienstes, voreingestellt Network Service, muss unter den AuthorizedLocalAccounts bleiben.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>documented default: RTCUniversalServerAdmins, in another place Schema Admins</source>
        <translation>dokumentierte Vorgabe: RTCUniversalServerAdmins, an anderer Stelle Schema Admins</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2, default %3</source>
        <translation>%1 bis %2, Vorgabe %3</translation>
    </message>
    <message>
        <source>at least %1, default %2</source>
        <translation>mindestens %1, Vorgabe %2</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
</context>
<context>
    <name>cspool::ConfirmDialog</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>This c&amp;ommand runs:</source>
        <translation>Dieser &amp;Befehl wird ausgeführt:</translation>
    </message>
    <message>
        <source>These c&amp;ommands run:</source>
        <translation>Diese &amp;Befehle werden ausgeführt:</translation>
    </message>
    <message>
        <source>&amp;I know what will be lost</source>
        <translation>&amp;Ich weiß, was verloren geht</translation>
    </message>
    <message>
        <source>c&amp;ommand</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>cspool::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>There is no keyring here to remember a password in.</source>
        <translation>Hier gibt es keinen Schlüsselbund, in dem ein Kennwort gemerkt werden könnte.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt …</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation>Das Verbinden mit %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>The password was not remembered.</source>
        <translation>Das Kennwort wurde nicht gemerkt.</translation>
    </message>
    <message>
        <source>Not connected: the certificate of %1 does not verify and is not trusted.</source>
        <translation>Nicht verbunden: Das Zertifikat von %1 lässt sich nicht prüfen, und ihm wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Connect to %1 &amp;instead</source>
        <translation>&amp;Stattdessen mit %1 verbinden</translation>
    </message>
    <message>
        <source>%1 The backup pool of %2, %3, may still be reached.</source>
        <comment>what went wrong, two hosts</comment>
        <translation>%1 Der Sicherungspool von %2, %3, ist vielleicht noch erreichbar.</translation>
    </message>
</context>
<context>
    <name>cspool::ConnectFields</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>As the person &amp;logged on (%1)</source>
        <translation>A&amp;ls die angemeldete Person (%1)</translation>
    </message>
    <message>
        <source>As another &amp;user</source>
        <translation>Als anderer &amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Remember in the keyring</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>pool01.contoso.com</source>
        <comment>an example of an address</comment>
        <translation>pool01.contoso.com</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Sign in:</source>
        <translation>Anmelden:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <comment>of a user</comment>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>DOMAIN\name or name@domain</source>
        <translation>DOMÄNE\Name oder Name@Domäne</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Me&amp;hr</translation>
    </message>
    <message>
        <source>More: method and time-outs</source>
        <translation>Mehr: Verfahren und Zeitgrenzen</translation>
    </message>
    <message>
        <source>Automatic: Kerberos or NTLM</source>
        <translation>Automatisch: Kerberos oder NTLM</translation>
    </message>
    <message>
        <source>Basic: the password is sent to the server</source>
        <translation>Basic: Das Kennwort wird an den Server gesendet</translation>
    </message>
    <message>
        <source>Me&amp;thod:</source>
        <translation>Ver&amp;fahren:</translation>
    </message>
    <message>
        <source>Time-out for c&amp;onnecting:</source>
        <translation>&amp;Zeitgrenze für das Verbinden:</translation>
    </message>
    <message>
        <source>Time-out for an an&amp;swer:</source>
        <translation>Zei&amp;tgrenze für eine Antwort:</translation>
    </message>
    <message>
        <source>From %1 to %2 seconds.</source>
        <translation>Von %1 bis %2 Sekunden.</translation>
    </message>
    <message>
        <source>A server on which no session is open by then counts as one that cannot be reached.</source>
        <translation>Ein Server, auf dem bis dahin keine Sitzung offen ist, gilt als nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server is asked anew when it has had nothing to say for so long; when it does not answer that either, the connection counts as interrupted.</source>
        <translation>Der Server wird neu gefragt, wenn er so lange nichts zu sagen hatte; antwortet er auch darauf nicht, gilt die Verbindung als unterbrochen.</translation>
    </message>
    <message>
        <source>A status that has not come by then is unknown; others are read all the same.</source>
        <translation>Ein Status, der bis dahin nicht gekommen ist, ist unbekannt; andere werden trotzdem gelesen.</translation>
    </message>
    <message>
        <source>Time-out for rea&amp;ding a status:</source>
        <translation>Zeitg&amp;renze für das Lesen eines Status:</translation>
    </message>
</context>
<context>
    <name>cspool::ConnectForm</name>
    <message>
        <source>Address: %1 %2</source>
        <comment>a field, what is wrong with it, what to do</comment>
        <translation>Adresse: %1 %2</translation>
    </message>
    <message>
        <source>Method: NTLM and Basic need a user name and a password. Sign in as another user, or choose the automatic method.</source>
        <translation>Verfahren: NTLM und Basic brauchen einen Benutzernamen und ein Kennwort. Melden Sie sich als anderer Benutzer an, oder wählen Sie das automatische Verfahren.</translation>
    </message>
    <message>
        <source>Name: It is missing. Enter it as DOMAIN\name or name@domain.</source>
        <translation>Name: Er fehlt. Geben Sie ihn in der Form DOMÄNE\Name oder Name@Domäne ein.</translation>
    </message>
    <message>
        <source>Name: &quot;%1&quot; is not a user name. Enter it as DOMAIN\name or name@domain.</source>
        <translation>Name: „%1“ ist kein Benutzername. Geben Sie ihn in der Form DOMÄNE\Name oder Name@Domäne ein.</translation>
    </message>
    <message>
        <source>Password: It is missing.</source>
        <translation>Kennwort: Es fehlt.</translation>
    </message>
    <message>
        <source>The name of a pool is enough.</source>
        <translation>Der Name eines Pools genügt.</translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation>Verbindet mit %1</translation>
    </message>
    <message>
        <source>PowerShell on this machine is started as the person logged on: no password and no certificate is needed.</source>
        <translation>PowerShell auf diesem Rechner wird als die angemeldete Person gestartet: Es wird weder ein Kennwort noch ein Zertifikat gebraucht.</translation>
    </message>
    <message>
        <source>ssh signs in by itself, with a key that an agent holds or with a Kerberos ticket, as the user in the address: no password and no certificate is asked for here.</source>
        <translation>ssh meldet sich selbst an, mit einem Schlüssel, den ein Agent bereithält, oder mit einem Kerberos-Ticket, als der Benutzer in der Adresse: Hier wird weder nach einem Kennwort noch nach einem Zertifikat gefragt.</translation>
    </message>
    <message>
        <source>Connects to PowerShell on this machine</source>
        <translation>Verbindet mit PowerShell auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>cspool::ConnectionSettings</name>
    <message>
        <source>&quot;%1&quot; is not the address of a server.</source>
        <translation>„%1“ ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>Connections over http:// are refused: what is sent there, passwords included, is not protected on its way.</source>
        <translation>Verbindungen über http:// werden abgelehnt: Was dort gesendet wird, auch Kennwörter, ist unterwegs nicht geschützt.</translation>
    </message>
    <message>
        <source>Use https://. A server that has no certificate for it needs one first.</source>
        <translation>Verwenden Sie https://. Ein Server, der dafür kein Zertifikat hat, braucht zuerst eines.</translation>
    </message>
    <message>
        <source>The address must hold neither a user name nor a password.</source>
        <translation>Die Adresse darf weder Benutzernamen noch Kennwort enthalten.</translation>
    </message>
    <message>
        <source>Enter them in the fields for them.</source>
        <translation>Geben Sie beides in den Feldern dafür ein.</translation>
    </message>
    <message>
        <source>Port %1 is the one for connections over http://, which are not protected.</source>
        <translation>Port %1 ist der für Verbindungen über http://, die nicht geschützt sind.</translation>
    </message>
    <message>
        <source>Use port %1, which is the one for https://.</source>
        <translation>Verwenden Sie Port %1, den für https://.</translation>
    </message>
    <message>
        <source>The address of a server is missing.</source>
        <translation>Die Adresse eines Servers fehlt.</translation>
    </message>
    <message>
        <source>Enter the name of a pool, such as pool01.contoso.com.</source>
        <translation>Geben Sie den Namen eines Pools ein, etwa pool01.contoso.com.</translation>
    </message>
    <message>
        <source>Enter the name of a pool, such as pool01.contoso.com, or a whole address that begins with https:// or ssh://.</source>
        <translation>Geben Sie den Namen eines Pools ein, etwa pool01.contoso.com, oder eine vollständige Adresse, die mit https:// oder ssh:// beginnt.</translation>
    </message>
    <message>
        <source>The address must not hold a password.</source>
        <translation>Die Adresse darf kein Kennwort enthalten.</translation>
    </message>
    <message>
        <source>ssh signs in with a key that an agent holds, or with a Kerberos ticket.</source>
        <translation>ssh meldet sich mit einem Schlüssel an, den ein Agent bereithält, oder mit einem Kerberos-Ticket.</translation>
    </message>
</context>
<context>
    <name>cspool::Console</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>History of jobs</source>
        <translation>Auftragsverlauf</translation>
    </message>
    <message>
        <source>Sample deployment</source>
        <translation>Beispielbereitstellung</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Protokoll des Programms</translation>
    </message>
    <message>
        <source>Guided failovers and failbacks</source>
        <translation>Geführte Failover und Failbacks</translation>
    </message>
</context>
<context>
    <name>cspool::ContentComparison</name>
    <message>
        <source>Conference content of pool %1 vanished: of the files that the last backup knew, %2 of %3 are not in %4 any more. Nothing was deleted on pool %5.</source>
        <translation>Konferenzinhalt des Pools %1 ist verschwunden: Von den Dateien, die die letzte Sicherung kannte, sind %2 von %3 nicht mehr in %4. Auf dem Pool %5 wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>If a disk or share is disconnected, connect it again. If the files are lost, restore them from the backup pool: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf. If they were deleted on purpose, confirm it: Invoke-CsBackupServiceSync -PoolFqdn %2 -BackupModule ConfServices.DataConf -Force.</source>
        <translation>Ist eine Festplatte oder Freigabe getrennt, verbinden Sie sie wieder. Sind die Dateien verloren, stellen Sie sie aus dem Sicherungspool wieder her: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf. Wurden sie absichtlich gelöscht, bestätigen Sie es: Invoke-CsBackupServiceSync -PoolFqdn %2 -BackupModule ConfServices.DataConf -Force.</translation>
    </message>
    <message>
        <source>The conference content of pool %1 was restored from an older copy on pool %2: it has lost changes that were backed up already.</source>
        <translation>Der Konferenzinhalt des Pools %1 wurde auf dem Pool %2 aus einer älteren Kopie wiederhergestellt: Ihm fehlen Änderungen, die bereits gesichert waren.</translation>
    </message>
</context>
<context>
    <name>cspool::ContentReplication</name>
    <message>
        <source>Copying the conference content of pool %1</source>
        <translation>Der Konferenzinhalt des Pools %1 wird kopiert</translation>
    </message>
    <message>
        <source>Changed on pool %1 since the last backup, and on pool %2 as well.</source>
        <translation>Seit der letzten Sicherung auf dem Pool %1 geändert und auf dem Pool %2 ebenfalls.</translation>
    </message>
    <message>
        <source>%1 was not given back to pool %2: something else, which stays, stands in its place there.</source>
        <translation>%1 wurde dem Pool %2 nicht zurückgegeben: Etwas anderes, das bleibt, steht dort an seiner Stelle.</translation>
    </message>
    <message>
        <source>Move what is in its place elsewhere, then run the command again.</source>
        <translation>Verschieben Sie, was an seiner Stelle steht, an einen anderen Ort, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>Stood where pool %1 has something else.</source>
        <translation>Stand dort, wo der Pool %1 etwas anderes hat.</translation>
    </message>
    <message>
        <source>%1: the file of pool %2 was kept aside as %3. %4</source>
        <translation>%1: Die Datei des Pools %2 wurde als %3 beiseitegelegt. %4</translation>
    </message>
    <message>
        <source>%1 Everything is compared with pool %2, and nothing is deleted there.</source>
        <translation>%1 Alles wird mit dem Pool %2 verglichen, und dort wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>When the backup is done, bring back what pool %1 has lost: Invoke-CsBackupServiceSync -PoolFqdn %2 -BackupModule ConfServices.DataConf.</source>
        <translation>Wenn die Sicherung fertig ist, holen Sie zurück, was der Pool %1 verloren hat: Invoke-CsBackupServiceSync -PoolFqdn %2 -BackupModule ConfServices.DataConf.</translation>
    </message>
    <message>
        <source>%1: only pool %2 has it; it was left there.</source>
        <translation>%1: nur der Pool %2 hat die Datei; sie wurde dort gelassen.</translation>
    </message>
    <message>
        <source>%1: deleted on pool %2, because it was deleted on pool %3.</source>
        <translation>%1: auf dem Pool %2 gelöscht, weil die Datei auf dem Pool %3 gelöscht wurde.</translation>
    </message>
    <message>
        <source>Files of pool %1 were changed on both pools; the versions of pool %2 were kept aside there. How many: %3.</source>
        <translation>Dateien des Pools %1 wurden auf beiden Pools geändert; die Fassungen des Pools %2 wurden dort beiseitegelegt. Anzahl: %3.</translation>
    </message>
    <message>
        <source>The report lists where they are. Check with their users whether anything of them is still needed.</source>
        <translation>Der Bericht sagt, wo sie sind. Klären Sie mit den Benutzern, ob davon noch etwas gebraucht wird.</translation>
    </message>
    <message>
        <source>Some entries in the content folder of pool %1 are not backed up: symbolic links, special files, or names that are no text. What the backup has in their place stays there. How many: %2.</source>
        <translation>Einige Einträge im Inhaltsordner des Pools %1 werden nicht gesichert: symbolische Verknüpfungen, Sonderdateien oder Namen, die kein Text sind. Was die Sicherung an ihrer Stelle hat, bleibt dort. Anzahl: %2.</translation>
    </message>
    <message>
        <source>The report lists them. Replace a link by the file that it points at.</source>
        <translation>Der Bericht listet sie auf. Ersetzen Sie eine Verknüpfung durch die Datei, auf die sie zeigt.</translation>
    </message>
</context>
<context>
    <name>cspool::Database</name>
    <message>
        <source>The file %1 was made by a newer version of this program (its format is %2, this version knows %3).</source>
        <translation>Die Datei %1 wurde von einer neueren Version dieses Programms angelegt (ihr Format ist %2, diese Version kennt %3).</translation>
    </message>
    <message>
        <source>Use the newer version of the program for it. Nothing was changed.</source>
        <translation>Verwenden Sie dafür die neuere Version des Programms. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The file %1 is empty, or it is a database that this program did not make.</source>
        <translation>Die Datei %1 ist leer oder eine Datenbank, die nicht von diesem Programm stammt.</translation>
    </message>
    <message>
        <source>The file %1 was made by an older version of this program (its format is %2, this version needs %3).</source>
        <translation>Die Datei %1 wurde von einer älteren Version dieses Programms angelegt (ihr Format ist %2, diese Version braucht %3).</translation>
    </message>
    <message>
        <source>Open it once for writing, which upgrades it.</source>
        <translation>Öffnen Sie sie einmal zum Schreiben; dabei wird sie umgestellt.</translation>
    </message>
    <message>
        <source>Restore the file from a backup copy. Do not delete it: a specialist may still recover data from it.</source>
        <translation>Stellen Sie die Datei aus einer Sicherungskopie wieder her. Löschen Sie sie nicht: Fachleute können vielleicht noch Daten daraus retten.</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>Die Datei %1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s name, and that its disk is connected. If the file was lost, restore it from a backup copy.</source>
        <translation>Prüfen Sie den Namen des Ordners und ob seine Festplatte verbunden ist. Ging die Datei verloren, stellen Sie sie aus einer Sicherungskopie wieder her.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: permission is denied.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>Give the account that runs this program the right to read the file and its folder.</source>
        <translation>Geben Sie dem Konto, unter dem dieses Programm läuft, das Recht, die Datei und ihren Ordner zu lesen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written to.</source>
        <translation>In die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Give the account that runs this program the right to write there, or check whether the disk is mounted read-only.</source>
        <translation>Geben Sie dem Konto, unter dem dieses Programm läuft, dort das Schreibrecht, oder prüfen Sie, ob die Festplatte schreibgeschützt eingebunden ist.</translation>
    </message>
    <message>
        <source>The disk is full, or a limit on the size of files is reached: %1 could not be written.</source>
        <translation>Die Festplatte ist voll, oder eine Grenze für die Größe von Dateien ist erreicht: %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, then run the command again. What was committed before is kept.</source>
        <translation>Schaffen Sie Platz auf der Festplatte, und führen Sie den Befehl noch einmal aus. Was bereits festgeschrieben war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The file %1 is damaged, or it is not a store of this program (SQLite: %2).</source>
        <translation>Die Datei %1 ist beschädigt, oder sie ist kein Speicher dieses Programms (SQLite: %2).</translation>
    </message>
    <message>
        <source>The file %1 is in use by another process.</source>
        <translation>Die Datei %1 wird von einem anderen Prozess verwendet.</translation>
    </message>
    <message>
        <source>Wait until the other process is done, then run the command again.</source>
        <translation>Warten Sie, bis der andere Prozess fertig ist, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>The file %1 was moved or deleted while it was in use.</source>
        <translation>Die Datei %1 wurde verschoben oder gelöscht, während sie in Gebrauch war.</translation>
    </message>
    <message>
        <source>Put the file back into its place, then run the command again.</source>
        <translation>Legen Sie die Datei wieder an ihren Platz, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>The file %1, or its journal, cannot be opened (SQLite: %2).</source>
        <translation>Die Datei %1 oder ihr Journal kann nicht geöffnet werden (SQLite: %2).</translation>
    </message>
    <message>
        <source>Check the rights on the file and its folder, and that its disk is connected.</source>
        <translation>Prüfen Sie die Rechte an der Datei und ihrem Ordner und ob ihre Festplatte verbunden ist.</translation>
    </message>
    <message>
        <source>Reading or writing the file %1 failed (SQLite: %2).</source>
        <translation>Das Lesen oder Schreiben der Datei %1 ist fehlgeschlagen (SQLite: %2).</translation>
    </message>
    <message>
        <source>Check the disk and its connection, then run the command again.</source>
        <translation>Prüfen Sie die Festplatte und ihre Verbindung, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>A value is too big for the file %1 or for this machine&apos;s memory (SQLite: %2).</source>
        <translation>Ein Wert ist zu groß für die Datei %1 oder für den Arbeitsspeicher dieses Rechners (SQLite: %2).</translation>
    </message>
    <message>
        <source>A statement on the file %1 failed (SQLite: %2).</source>
        <translation>Eine Anweisung an die Datei %1 ist fehlgeschlagen (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 is a folder, where a file should be.</source>
        <translation>%1 ist ein Ordner, wo eine Datei sein sollte.</translation>
    </message>
    <message>
        <source>The file %1 was left in the middle of a change, and the copy that is needed to read it without changing it could not be made in %2 (%3).</source>
        <translation>Die Datei %1 blieb mitten in einer Änderung zurück, und die Kopie, die zum Lesen ohne Änderung nötig ist, konnte in %2 nicht angelegt werden (%3).</translation>
    </message>
    <message>
        <source>Make room in the temporary folder, or run a command that changes the store, which repairs it.</source>
        <translation>Schaffen Sie Platz im Ordner für temporäre Dateien, oder führen Sie einen Befehl aus, der den Speicher ändert; das repariert ihn.</translation>
    </message>
    <message>
        <source>the size cannot be read</source>
        <translation>die Größe kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>cspool::Deployment</name>
    <message>
        <source>There is no lab deployment in the folder %1.</source>
        <translation>Im Ordner %1 gibt es keine Laborbereitstellung.</translation>
    </message>
    <message>
        <source>Name the folder of a deployment with --deployment, or make one with New-Deployment.</source>
        <translation>Nennen Sie mit --deployment den Ordner einer Bereitstellung, oder legen Sie mit New-Deployment eine an.</translation>
    </message>
    <message>
        <source>The deployment store %1 is missing, while the pools beside it are there.</source>
        <translation>Der Bereitstellungsspeicher %1 fehlt, während die Pools daneben da sind.</translation>
    </message>
    <message>
        <source>It says who owns which pool, so nothing is done without it: restore the file from a backup copy of the deployment&apos;s folder.</source>
        <translation>Er sagt, wem welcher Pool gehört; ohne ihn wird deshalb nichts getan: Stellen Sie die Datei aus einer Sicherungskopie des Bereitstellungsordners wieder her.</translation>
    </message>
    <message>
        <source>The file %1 is not a deployment store.</source>
        <translation>Die Datei %1 ist kein Bereitstellungsspeicher.</translation>
    </message>
    <message>
        <source>Restore the file from a backup copy of the deployment&apos;s folder.</source>
        <translation>Stellen Sie die Datei aus einer Sicherungskopie des Bereitstellungsordners wieder her.</translation>
    </message>
    <message>
        <source>This deployment has no Central Management store.</source>
        <translation>Diese Bereitstellung hat keinen zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>Read the topology from a pool&apos;s local replica with -LocalStore, or make the deployment anew with New-Deployment -CentralManagement.</source>
        <translation>Lesen Sie die Topologie mit -LocalStore aus dem lokalen Replikat eines Pools, oder legen Sie die Bereitstellung mit New-Deployment -CentralManagement neu an.</translation>
    </message>
    <message>
        <source>The Central Management store on pool %1 cannot be opened. %2</source>
        <translation>Der zentrale Verwaltungsspeicher auf dem Pool %1 kann nicht geöffnet werden. %2</translation>
    </message>
    <message>
        <source>Read the topology from a pool&apos;s local replica with -LocalStore, or move the Central Management store to its standby copy with Invoke-CsManagementServerFailover. %1</source>
        <translation>Lesen Sie die Topologie mit -LocalStore aus dem lokalen Replikat eines Pools, oder verlagern Sie den zentralen Verwaltungsspeicher mit Invoke-CsManagementServerFailover auf seine Standby-Kopie. %1</translation>
    </message>
    <message>
        <source>Pool %1 has no stores in this deployment: it is not one of its pools with user services.</source>
        <translation>Der Pool %1 hat in dieser Bereitstellung keine Speicher: Er ist keiner ihrer Pools mit Benutzerdiensten.</translation>
    </message>
    <message>
        <source>Get-CsPool lists the pools.</source>
        <translation>Get-CsPool listet die Pools auf.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Check that the account that runs this program may write there, and that the disk is neither full nor mounted read-only.</source>
        <translation>Prüfen Sie, ob das Konto, unter dem dieses Programm läuft, dort schreiben darf und ob die Festplatte weder voll noch schreibgeschützt eingebunden ist.</translation>
    </message>
    <message>
        <source>There is a deployment in the folder %1 already.</source>
        <translation>Im Ordner %1 gibt es bereits eine Bereitstellung.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>Der Ordner %1 ist nicht leer.</translation>
    </message>
    <message>
        <source>Name a folder that does not exist yet, or an empty one. Nothing was changed.</source>
        <translation>Nennen Sie einen Ordner, den es noch nicht gibt, oder einen leeren. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Name pools of the topology document that have user services and a Registrar.</source>
        <translation>Nennen Sie Pools des Topologiedokuments, die Benutzerdienste und einen Registrar haben.</translation>
    </message>
    <message>
        <source>Another process is making the folder %1.</source>
        <translation>Ein anderer Prozess legt gerade den Ordner %1 an.</translation>
    </message>
    <message>
        <source>Wait until it is done, or name another folder.</source>
        <translation>Warten Sie, bis er fertig ist, oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The topology document holds no pool with user services and a Registrar.</source>
        <translation>Das Topologiedokument enthält keinen Pool mit Benutzerdiensten und einem Registrar.</translation>
    </message>
    <message>
        <source>Name the document of a deployment with at least one such pool.</source>
        <translation>Nennen Sie das Dokument einer Bereitstellung mit mindestens einem solchen Pool.</translation>
    </message>
    <message>
        <source>Pool %1 of a pair cannot be backed up.</source>
        <translation>Der Pool %1 eines Paares kann nicht gesichert werden.</translation>
    </message>
    <message>
        <source>Pool %1 is in more than one pair.</source>
        <translation>Der Pool %1 steht in mehr als einem Paar.</translation>
    </message>
    <message>
        <source>Pool %1 cannot hold the Central Management store.</source>
        <translation>Der Pool %1 kann den zentralen Verwaltungsspeicher nicht halten.</translation>
    </message>
</context>
<context>
    <name>cspool::DeploymentBanner</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Opening the lab deployment in %1…</source>
        <translation>Die Laborbereitstellung in %1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Cancelling the making of the sample deployment…</source>
        <translation>Das Anlegen der Beispielbereitstellung wird abgebrochen …</translation>
    </message>
    <message>
        <source>Making the sample deployment in %1…</source>
        <translation>Die Beispielbereitstellung wird in %1 angelegt …</translation>
    </message>
    <message>
        <source>Making the sample deployment in %1: %2</source>
        <comment>folder, activity</comment>
        <translation>Die Beispielbereitstellung wird in %1 angelegt: %2</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>The connection to %1 is lost: what is shown of its pools is unknown now. %2</source>
        <comment>host, the reason</comment>
        <translation>Die Verbindung zu %1 ist verloren: Was von den Pools gezeigt wird, ist jetzt unbekannt. %2</translation>
    </message>
    <message>
        <source>The connection to %1 is interrupted, and is being restored: what is shown of its pools is unknown until then. %2</source>
        <comment>host, the reason</comment>
        <translation>Die Verbindung zu %1 ist unterbrochen und wird wiederhergestellt: Was von den Pools gezeigt wird, ist bis dahin unbekannt. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) open</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n weitere offen</numerusform>
            <numerusform>%n weitere offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Also open:</source>
        <translation>Ebenfalls offen:</translation>
    </message>
    <message>
        <source>Its backup pool, %1, is open, too.</source>
        <translation>Sein Sicherungspool %1 ist ebenfalls offen.</translation>
    </message>
    <message>
        <source>Its backup pool, %1, may still be reached.</source>
        <translation>Sein Sicherungspool %1 ist vielleicht noch erreichbar.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) open, a connection is lost</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n weitere offen, eine Verbindung ist verloren</numerusform>
            <numerusform>%n weitere offen, eine Verbindung ist verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) open, a connection is interrupted</source>
        <comment>deployments</comment>
        <translation>
            <numerusform>%n weitere offen, eine Verbindung ist unterbrochen</numerusform>
            <numerusform>%n weitere offen, eine Verbindung ist unterbrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::DeploymentController</name>
    <message>
        <source>&amp;New lab deployment…</source>
        <translation>&amp;Neue Laborbereitstellung …</translation>
    </message>
    <message>
        <source>Makes a lab deployment in a folder from a topology document.</source>
        <translation>Legt aus einem Topologiedokument eine Laborbereitstellung in einem Ordner an.</translation>
    </message>
    <message>
        <source>&amp;Open lab deployment…</source>
        <translation>Laborbereitstellung ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Opens a lab deployment that lies in a folder on this machine.</source>
        <translation>Öffnet eine Laborbereitstellung, die in einem Ordner auf diesem Rechner liegt.</translation>
    </message>
    <message>
        <source>Open &amp;sample deployment</source>
        <translation>&amp;Beispielbereitstellung öffnen</translation>
    </message>
    <message>
        <source>Opens the sample deployment litwareinc.com; it is made when it is not there yet.</source>
        <translation>Öffnet die Beispielbereitstellung litwareinc.com; sie wird angelegt, wenn es sie noch nicht gibt.</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>&amp;Mit einem Server verbinden …</translation>
    </message>
    <message>
        <source>Run the lab&apos;s &amp;backup service</source>
        <translation>&amp;Sicherungsdienst des Labors ausführen</translation>
    </message>
    <message>
        <source>Synchronises every pair of pools again and again while this deployment is open, as the backup service of genuine servers does.</source>
        <translation>Synchronisiert jedes Poolpaar immer wieder, solange diese Bereitstellung geöffnet ist, wie es der Sicherungsdienst echter Server tut.</translation>
    </message>
    <message>
        <source>&amp;Publish topology…</source>
        <translation>&amp;Topologie veröffentlichen …</translation>
    </message>
    <message>
        <source>Gives the deployment another topology document.</source>
        <translation>Gibt der Bereitstellung ein anderes Topologiedokument.</translation>
    </message>
    <message>
        <source>&amp;Import user data…</source>
        <translation>Benutzerdaten &amp;importieren …</translation>
    </message>
    <message>
        <source>Puts user data from an archive into a pool.</source>
        <translation>Legt Benutzerdaten aus einem Archiv in einem Pool ab.</translation>
    </message>
    <message>
        <source>&amp;Export user data…</source>
        <translation>Benutzerdaten &amp;exportieren …</translation>
    </message>
    <message>
        <source>Writes the user data of a pool into an archive.</source>
        <translation>Schreibt die Benutzerdaten eines Pools in ein Archiv.</translation>
    </message>
    <message>
        <source>Open lab deployment</source>
        <translation>Laborbereitstellung öffnen</translation>
    </message>
    <message>
        <source>Open another folder, or make a new lab deployment.</source>
        <translation>Öffnen Sie einen anderen Ordner, oder legen Sie eine neue Laborbereitstellung an.</translation>
    </message>
    <message>
        <source>The making of the sample deployment was cancelled. Nothing of it was left behind.</source>
        <translation>Das Anlegen der Beispielbereitstellung wurde abgebrochen. Es blieb nichts davon zurück.</translation>
    </message>
    <message>
        <source>Try again, or open or make another deployment.</source>
        <translation>Versuchen Sie es erneut, oder öffnen oder legen Sie eine andere Bereitstellung an.</translation>
    </message>
    <message>
        <source>The sample deployment could not be made.</source>
        <translation>Die Beispielbereitstellung konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Opens the deployment of genuine servers, over PowerShell Remoting.</source>
        <translation>Öffnet die Bereitstellung echter Server über PowerShell-Remoting.</translation>
    </message>
    <message>
        <source>&amp;Disconnect from this server</source>
        <translation>Von diesem Server &amp;trennen</translation>
    </message>
    <message>
        <source>&amp;Close this deployment</source>
        <translation>Diese Bereitstellung s&amp;chließen</translation>
    </message>
    <message>
        <source>Ends the session and deletes its shell on the server.</source>
        <translation>Beendet die Sitzung und löscht ihre Shell auf dem Server.</translation>
    </message>
    <message>
        <source>Takes the deployment off the screen; its folder stays as it is.</source>
        <translation>Nimmt die Bereitstellung vom Bildschirm; ihr Ordner bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>cspool::DeploymentMonitor</name>
    <message>
        <source>%1 These are the pools that a local replica of the store tells.</source>
        <translation>%1 Dies sind die Pools, die ein lokales Replikat des Speichers nennt.</translation>
    </message>
</context>
<context>
    <name>cspool::DeploymentText</name>
    <message>
        <source>%1 – CsPool Console</source>
        <translation>%1 – CsPool Console</translation>
    </message>
    <message>
        <source>CsPool Console</source>
        <translation>CsPool Console</translation>
    </message>
    <message>
        <source>Lab deployment %1</source>
        <translation>Laborbereitstellung %1</translation>
    </message>
    <message>
        <source>Server deployment %1</source>
        <translation>Serverbereitstellung %1</translation>
    </message>
    <message>
        <source>A deployment in a folder on this machine. Nothing here touches a genuine server.</source>
        <translation>Eine Bereitstellung in einem Ordner auf diesem Rechner. Nichts hier rührt einen echten Server an.</translation>
    </message>
    <message>
        <source>Genuine servers. What is done here changes the data of real users.</source>
        <translation>Echte Server. Was hier geschieht, ändert die Daten wirklicher Benutzer.</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Server: %1, signed in as %2</source>
        <comment>address, user</comment>
        <translation>Server: %1, angemeldet als %2</translation>
    </message>
</context>
<context>
    <name>cspool::DocumentReplication</name>
    <message>
        <source>The document %1 was copied, but its copy on pool %2 %3.</source>
        <translation>Das Dokument %1 wurde kopiert, aber seine Kopie auf dem Pool %2 %3.</translation>
    </message>
    <message>
        <source>Check the disk of pool %1, then run Invoke-CsBackupServiceSync for the pool that was backed up: it compares everything and replaces what is damaged.</source>
        <translation>Prüfen Sie die Festplatte des Pools %1, und führen Sie Invoke-CsBackupServiceSync für den gesicherten Pool aus: Das Cmdlet vergleicht alles und ersetzt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>The store of pool %1 is not the one that was backed up before: it was made anew.</source>
        <translation>Der Speicher des Pools %1 ist nicht der, der zuvor gesichert wurde: Er wurde neu angelegt.</translation>
    </message>
    <message>
        <source>The store of pool %1 is not the one that it had last: it was exchanged.</source>
        <translation>Der Speicher des Pools %1 ist nicht der, den er zuletzt hatte: Er wurde ausgetauscht.</translation>
    </message>
    <message>
        <source>The store of pool %1 was changed so often since the last backup that it cannot be told whether it lost changes that were backed up.</source>
        <translation>Der Speicher des Pools %1 wurde seit der letzten Sicherung so oft geändert, dass sich nicht sagen lässt, ob ihm bereits gesicherte Änderungen fehlen.</translation>
    </message>
    <message>
        <source>The store of pool %1 was restored from an older copy: it has lost changes that were backed up already.</source>
        <translation>Der Speicher des Pools %1 wurde aus einer älteren Kopie wiederhergestellt: Ihm fehlen Änderungen, die bereits gesichert waren.</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>is missing or older</source>
        <translation>fehlt oder ist älter</translation>
    </message>
    <message>
        <source>has other content</source>
        <translation>hat einen anderen Inhalt</translation>
    </message>
    <message>
        <source>Copying %1 of pool %2</source>
        <translation>%1 des Pools %2 wird kopiert</translation>
    </message>
    <message>
        <source>%1: left alone, because both pools changed it and pool %2 owns it.</source>
        <translation>%1: unverändert gelassen, weil beide Pools es geändert haben und es dem Pool %2 gehört.</translation>
    </message>
    <message>
        <source>%1: only pool %2 has it; it was left there.</source>
        <translation>%1: nur der Pool %2 hat die Datei; sie wurde dort gelassen.</translation>
    </message>
    <message>
        <source>%1 of pool %2: documents were changed on both pools; the losing versions were kept aside in the store of pool %3. How many: %4.</source>
        <translation>%1 des Pools %2: Dokumente wurden auf beiden Pools geändert; die unterlegenen Fassungen wurden im Speicher des Pools %3 beiseitegelegt. Anzahl: %4.</translation>
    </message>
    <message>
        <source>The report lists them. Check with their users whether anything of the losing versions is still needed.</source>
        <translation>Der Bericht listet sie auf. Klären Sie mit den Benutzern, ob von den unterlegenen Fassungen noch etwas gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 of pool %2: pool %3 has documents that pool %4 lacks, or has older; they were left there. How many: %5.</source>
        <translation>%1 des Pools %2: Der Pool %3 hat Dokumente, die dem Pool %4 fehlen oder die er älter hat; sie wurden dort gelassen. Anzahl: %5.</translation>
    </message>
    <message>
        <source>To bring them back to pool %1, run Invoke-CsBackupServiceSync -PoolFqdn %2.</source>
        <translation>Um sie auf den Pool %1 zurückzuholen, führen Sie Invoke-CsBackupServiceSync -PoolFqdn %2 aus.</translation>
    </message>
</context>
<context>
    <name>cspool::DocumentStore</name>
    <message>
        <source>The file %1 is not a store of documents.</source>
        <translation>Die Datei %1 ist kein Dokumentenspeicher.</translation>
    </message>
    <message>
        <source>Restore the file from a backup copy of the deployment&apos;s folder.</source>
        <translation>Stellen Sie die Datei aus einer Sicherungskopie des Bereitstellungsordners wieder her.</translation>
    </message>
    <message>
        <source>The store %1 of pool %2 is missing.</source>
        <translation>Der Speicher %1 des Pools %2 fehlt.</translation>
    </message>
    <message>
        <source>A store is never made anew on its own, because what is lost is not deleted: restore the file from a backup copy of the deployment&apos;s folder, and check that its disk is connected.</source>
        <translation>Ein Speicher wird nie von selbst neu angelegt, denn was verloren ist, ist nicht gelöscht: Stellen Sie die Datei aus einer Sicherungskopie des Bereitstellungsordners wieder her, und prüfen Sie, ob ihre Festplatte verbunden ist.</translation>
    </message>
    <message>
        <source>The store %1 exists already.</source>
        <translation>Der Speicher %1 ist bereits vorhanden.</translation>
    </message>
    <message>
        <source>The store %1 cannot be made.</source>
        <translation>Der Speicher %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Give the account that runs this program the right to write there, then run the command again.</source>
        <translation>Geben Sie dem Konto, unter dem dieses Programm läuft, dort das Schreibrecht, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>The store %1 belongs to pool %2, not to pool %3.</source>
        <translation>Der Speicher %1 gehört zum Pool %2, nicht zum Pool %3.</translation>
    </message>
    <message>
        <source>Put the store of pool %1 back into its place.</source>
        <translation>Legen Sie den Speicher des Pools %1 wieder an seinen Platz.</translation>
    </message>
    <message>
        <source>epoch %1, change %2</source>
        <translation>Epoche %1, Änderung %2</translation>
    </message>
    <message>
        <source>homed on pool %1, epoch %2, change %3</source>
        <translation>beheimatet auf dem Pool %1, Epoche %2, Änderung %3</translation>
    </message>
    <message>
        <source>The document %1 came damaged from the source: its content does not match its digest.</source>
        <translation>Das Dokument %1 kam beschädigt aus der Quelle: Sein Inhalt passt nicht zu seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>Check the disk of the source, then run the command again. Nothing of this batch was taken over.</source>
        <translation>Prüfen Sie die Festplatte der Quelle, und führen Sie den Befehl noch einmal aus. Aus diesem Stapel wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>The document %1 is homed on pool %2, whose data cannot be changed on pool %3 now.</source>
        <translation>Das Dokument %1 ist auf dem Pool %2 beheimatet, dessen Daten auf dem Pool %3 jetzt nicht geändert werden können.</translation>
    </message>
    <message>
        <source>Make the change on the pool that serves %1, or wait until its failover or failback is done. Get-CsRegistrarConfiguration shows the state of the pools.</source>
        <translation>Nehmen Sie die Änderung auf dem Pool vor, der %1 bedient, oder warten Sie, bis sein Failover oder Failback fertig ist. Get-CsRegistrarConfiguration zeigt den Zustand der Pools.</translation>
    </message>
    <message>
        <source>The document %1 was changed in a later epoch (%2) than the one that pool %3 writes in (%4): a store with an older epoch is read-only until it has caught up.</source>
        <translation>Das Dokument %1 wurde in einer späteren Epoche (%2) geändert als der, in der der Pool %3 schreibt (%4): Ein Speicher mit älterer Epoche ist schreibgeschützt, bis er aufgeholt hat.</translation>
    </message>
    <message>
        <source>Run Invoke-CsBackupServiceSync for the pool that holds the newer data, then try again.</source>
        <translation>Führen Sie Invoke-CsBackupServiceSync für den Pool aus, der die neueren Daten hält, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1: left alone, because the version of pool %2 (%3) is newer than the one that came (%4).</source>
        <translation>%1: unverändert gelassen, weil die Fassung des Pools %2 (%3) neuer ist als die angekommene (%4).</translation>
    </message>
    <message>
        <source>A change that pool %1 had not seen came from the other pool (%2), but the version here (%3) is newer.</source>
        <translation>Eine Änderung, die der Pool %1 nicht kannte, kam vom anderen Pool (%2), aber die hiesige Fassung (%3) ist neuer.</translation>
    </message>
    <message>
        <source>%1: the version that came (%2) lost against the newer one of pool %3 (%4) and was kept aside.</source>
        <translation>%1: Die angekommene Fassung (%2) unterlag der neueren des Pools %3 (%4) und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The version of pool %1 (%2) lost against the one from the other pool (%3).</source>
        <translation>Die Fassung des Pools %1 (%2) unterlag der vom anderen Pool (%3).</translation>
    </message>
    <message>
        <source>%1: the version of pool %2 (%3) lost against the one that came (%4) and was kept aside.</source>
        <translation>%1: Die Fassung des Pools %2 (%3) unterlag der angekommenen (%4) und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>%1: the copy of pool %2 was damaged and was replaced.</source>
        <translation>%1: Die Kopie des Pools %2 war beschädigt und wurde ersetzt.</translation>
    </message>
    <message>
        <source>The document %1 in the store %2 is damaged: its content does not match its digest.</source>
        <translation>Das Dokument %1 im Speicher %2 ist beschädigt: Sein Inhalt passt nicht zu seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>Run Invoke-CsBackupServiceSync for the pool that holds the good copy; it replaces the damaged one.</source>
        <translation>Führen Sie Invoke-CsBackupServiceSync für den Pool aus, der die gute Kopie hält; das Cmdlet ersetzt die beschädigte.</translation>
    </message>
</context>
<context>
    <name>cspool::ExportUserData</name>
    <message>
        <source>ConfDirectoryFilter cannot be used with LegacyFormat, which holds users only.</source>
        <translation>ConfDirectoryFilter kann nicht mit LegacyFormat verwendet werden, das nur Benutzer enthält.</translation>
    </message>
    <message>
        <source>Leave out one of the two.</source>
        <translation>Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be written: its folder does not exist.</source>
        <translation>Das Archiv %1 kann nicht geschrieben werden: Sein Ordner ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Make the folder, or choose another place in FileName.</source>
        <translation>Legen Sie den Ordner an, oder wählen Sie in FileName einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is a folder; FileName has to name a file.</source>
        <translation>%1 ist ein Ordner; FileName muss eine Datei nennen.</translation>
    </message>
    <message>
        <source>Add the name of the archive to the path.</source>
        <translation>Fügen Sie dem Pfad den Namen des Archivs hinzu.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be written: that is not an ordinary file.</source>
        <translation>Das Archiv %1 kann nicht geschrieben werden: Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Choose another place in FileName.</source>
        <translation>Wählen Sie in FileName einen anderen Ort.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be written into the folder of the deployment itself.</source>
        <translation>Das Archiv %1 kann nicht in den Ordner der Bereitstellung selbst geschrieben werden.</translation>
    </message>
    <message>
        <source>Export the user data of %1</source>
        <translation>Die Benutzerdaten von %1 exportieren</translation>
    </message>
    <message>
        <source>Exporting user data</source>
        <translation>Benutzerdaten werden exportiert</translation>
    </message>
    <message>
        <source>documents written</source>
        <translation>geschriebene Dokumente</translation>
    </message>
    <message>
        <source>data written</source>
        <translation>geschriebene Daten</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>User data of %1 was exported to %2. Documents written: %3.</source>
        <translation>Die Benutzerdaten von %1 wurden nach %2 exportiert. Geschriebene Dokumente: %3.</translation>
    </message>
    <message>
        <source>The legacy format holds users only. Conferences and other documents that were left out: %1.</source>
        <translation>Das ältere Format enthält nur Benutzer. Ausgelassene Konferenzen und andere Dokumente: %1.</translation>
    </message>
    <message>
        <source>The user store of %1 holds no user %2.</source>
        <translation>Der Benutzerspeicher von %1 enthält keinen Benutzer %2.</translation>
    </message>
    <message>
        <source>%1 -PoolFqdn %2 lists the users.</source>
        <translation>%1 -PoolFqdn %2 listet die Benutzer auf.</translation>
    </message>
    <message>
        <source>The user store of %1 holds nothing of the conference directory %2.</source>
        <translation>Der Benutzerspeicher von %1 enthält nichts aus dem Konferenzverzeichnis %2.</translation>
    </message>
    <message>
        <source>%1 -PoolFqdn %2 lists the documents.</source>
        <translation>%1 -PoolFqdn %2 listet die Dokumente auf.</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>It is not in the archive.</source>
        <translation>Es ist nicht im Archiv.</translation>
    </message>
</context>
<context>
    <name>cspool::Failover</name>
    <message>
        <source>failover of the pool %1</source>
        <translation>Failover des Pools %1</translation>
    </message>
    <message>
        <source>failback of the pool %1</source>
        <translation>Failback des Pools %1</translation>
    </message>
    <message>
        <source>Make the pool %1 read-only: FailingOver</source>
        <translation>Den Pool %1 schreibgeschützt machen: FailingOver</translation>
    </message>
    <message>
        <source>Make the data of the pool %1 read-only on %2</source>
        <translation>Die Daten des Pools %1 auf %2 schreibgeschützt machen</translation>
    </message>
    <message>
        <source>Copy the last changes from %1 to %2</source>
        <translation>Die letzten Änderungen von %1 nach %2 kopieren</translation>
    </message>
    <message>
        <source>Copy what was changed on %2 back to %1</source>
        <translation>Was auf %2 geändert wurde, zurück nach %1 kopieren</translation>
    </message>
    <message>
        <source>Verify that the backup service is at FinalState (-SkipDataVerification)</source>
        <translation>Überprüfen, ob der Sicherungsdienst bei FinalState ist (-SkipDataVerification)</translation>
    </message>
    <message>
        <source>New changes came in; copying once more in %1 seconds.</source>
        <translation>Neue Änderungen kamen hinzu; in %1 Sekunden wird noch einmal kopiert.</translation>
    </message>
    <message>
        <source>The backup service of the pool %1 did not reach FinalState in %2 rounds of copying: other programs keep changing its data.</source>
        <translation>Der Sicherungsdienst des Pools %1 erreichte in %2 Kopierrunden nicht FinalState: Andere Programme ändern seine Daten laufend.</translation>
    </message>
    <message>
        <source>Stop what writes into the pool&apos;s file store and run the command again.</source>
        <translation>Halten Sie an, was in den Dateispeicher des Pools schreibt, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>Verify that the backup service is at FinalState</source>
        <translation>Überprüfen, ob der Sicherungsdienst bei FinalState ist</translation>
    </message>
    <message>
        <source>Hand the users of the pool %1 over to %2</source>
        <translation>Die Benutzer des Pools %1 an %2 übergeben</translation>
    </message>
    <message>
        <source>Give the pool %1 its users back</source>
        <translation>Dem Pool %1 seine Benutzer zurückgeben</translation>
    </message>
    <message>
        <source>%1 serves the users of %2 and may write their data; ownership epoch %3.</source>
        <translation>%1 bedient die Benutzer von %2 und darf deren Daten schreiben; Eigentümerepoche %3.</translation>
    </message>
    <message>
        <source>The %1 was rolled back: the pool&apos;s state is %2 again, and %3 serves its users.</source>
        <translation>Rückgängig gemacht wurde: %1. Der Zustand des Pools ist wieder %2, und %3 bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>The %1 could not be rolled back now: %2</source>
        <translation>Konnte jetzt nicht rückgängig gemacht werden: %1. %2</translation>
    </message>
    <message>
        <source>Run any command that works on the pool, as Backup-CsPool -PoolFqdn %1: it rolls back first.</source>
        <translation>Führen Sie einen beliebigen Befehl aus, der mit dem Pool arbeitet, etwa Backup-CsPool -PoolFqdn %1: Er macht das zuerst rückgängig.</translation>
    </message>
    <message>
        <source>Roll back the %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Check that only %1 may write the data of %2</source>
        <translation>Prüfen, ob nur %1 die Daten von %2 schreiben darf</translation>
    </message>
    <message>
        <source>The deployment store does not say that %1 alone may write the data of the pool %2.</source>
        <translation>Der Bereitstellungsspeicher sagt nicht, dass %1 allein die Daten des Pools %2 schreiben darf.</translation>
    </message>
    <message>
        <source>Run Get-CsRegistrarConfiguration to see the pool&apos;s state before doing anything else.</source>
        <translation>Führen Sie Get-CsRegistrarConfiguration aus, um den Zustand des Pools zu sehen, bevor Sie irgendetwas anderes tun.</translation>
    </message>
    <message>
        <source>The pool %1 serves its users again with the data that it has; what they changed on %2 and was not backed up from there is missing. Its state is FailedBack until the two have exchanged everything.</source>
        <translation>Der Pool %1 bedient seine Benutzer wieder mit den Daten, die er hat; was sie auf %2 geändert haben und was von dort nicht gesichert wurde, fehlt. Sein Zustand ist FailedBack, bis die beiden alles ausgetauscht haben.</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>er wurde angehalten</translation>
    </message>
    <message>
        <source>The pool %1 serves its users again, but its exchange with %2 is not complete: %3 Its state is FailedBack.</source>
        <translation>Der Pool %1 bedient seine Benutzer wieder, aber sein Austausch mit %2 ist nicht vollständig: %3 Sein Zustand ist FailedBack.</translation>
    </message>
    <message>
        <source>Once %2 is back, run Backup-CsPool -PoolFqdn %1 (or Invoke-CsPoolFailBack -PoolFqdn %1): it exchanges what either side lacks, keeps the losers of conflicts aside and lists them, and makes the pool Active.</source>
        <translation>Sobald %2 wieder da ist, führen Sie Backup-CsPool -PoolFqdn %1 (oder Invoke-CsPoolFailBack -PoolFqdn %1) aus: Das tauscht aus, was einer Seite fehlt, legt die Unterlegenen von Konflikten beiseite, listet sie auf und macht den Pool Active.</translation>
    </message>
    <message>
        <source>Exchange what %1 and %2 lack</source>
        <translation>Austauschen, was %1 und %2 fehlt</translation>
    </message>
    <message>
        <source>Give %1 what it lacks of %2</source>
        <translation>%1 geben, was ihm von %2 fehlt</translation>
    </message>
    <message>
        <source>The data of %1 could not be compared with that of its backup pool completely.</source>
        <translation>Die Daten von %1 konnten nicht vollständig mit denen seines Sicherungspools verglichen werden.</translation>
    </message>
    <message>
        <source>See the errors above; run the command again when their causes are gone.</source>
        <translation>Siehe die Fehler oben; führen Sie den Befehl noch einmal aus, wenn ihre Ursachen behoben sind.</translation>
    </message>
    <message>
        <source>Make the pool %1 Active</source>
        <translation>Den Pool %1 Active machen</translation>
    </message>
    <message>
        <source>The failover journal of the pool %1 holds an entry that this version cannot read (%2).</source>
        <translation>Das Failoverjournal des Pools %1 enthält einen Eintrag, den diese Version nicht lesen kann (%2).</translation>
    </message>
    <message>
        <source>Use the version of the program that began it.</source>
        <translation>Verwenden Sie die Programmversion, die ihn begonnen hat.</translation>
    </message>
    <message>
        <source>Recover the interrupted %1</source>
        <translation>Unterbrochenes bereinigen: %1</translation>
    </message>
    <message>
        <source>The %1, begun at %2, was interrupted before it took effect and has been rolled back: %3 serves the pool&apos;s users.</source>
        <translation>Vor dem Wirksamwerden unterbrochen und rückgängig gemacht: %1, begonnen um %2. %3 bedient die Benutzer des Pools.</translation>
    </message>
    <message>
        <source>Run it again if it is still wanted.</source>
        <translation>Führen Sie ihn noch einmal aus, wenn er weiterhin gewünscht ist.</translation>
    </message>
    <message>
        <source>The %1, begun at %2, was interrupted after it took effect and has been finished: %3 serves the pool&apos;s users.</source>
        <translation>Nach dem Wirksamwerden unterbrochen und zu Ende geführt: %1, begonnen um %2. %3 bedient die Benutzer des Pools.</translation>
    </message>
    <message>
        <source>The topology has no pool %1.</source>
        <translation>Die Topologie hat keinen Pool %1.</translation>
    </message>
    <message>
        <source>Run Get-CsPool to see the pools of the topology.</source>
        <translation>Führen Sie Get-CsPool aus, um die Pools der Topologie zu sehen.</translation>
    </message>
    <message>
        <source>The pool %1 has no backup pool: nobody could serve its users.</source>
        <translation>Der Pool %1 hat keinen Sicherungspool: Niemand könnte seine Benutzer bedienen.</translation>
    </message>
    <message>
        <source>Pair it with another pool in the topology and publish it with Publish-CsTopology.</source>
        <translation>Bilden Sie in der Topologie ein Paar mit einem anderen Pool, und veröffentlichen Sie sie mit Publish-CsTopology.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: its state is FailingOver.</source>
        <translation>Für den Pool %1 ist kein Failover möglich: Sein Zustand ist FailingOver.</translation>
    </message>
    <message>
        <source>Run Backup-CsPool -PoolFqdn %1: it finishes the failover or rolls it back.</source>
        <translation>Führen Sie Backup-CsPool -PoolFqdn %1 aus: Das führt den Failover zu Ende oder macht ihn rückgängig.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: its state is FailedOver, and %2 serves its users already.</source>
        <translation>Für den Pool %1 ist kein Failover möglich: Sein Zustand ist FailedOver, und %2 bedient seine Benutzer bereits.</translation>
    </message>
    <message>
        <source>Run Invoke-CsPoolFailBack -PoolFqdn %1 to move them back.</source>
        <translation>Führen Sie Invoke-CsPoolFailBack -PoolFqdn %1 aus, um sie zurückzuholen.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: its state is FailedBack, and its exchange with %2 is not complete.</source>
        <translation>Für den Pool %1 ist kein Failover möglich: Sein Zustand ist FailedBack, und sein Austausch mit %2 ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Run Invoke-CsPoolFailBack -PoolFqdn %1 to complete it; when %1 has broken down, run Invoke-CsPoolFailOver with -DisasterMode.</source>
        <translation>Führen Sie Invoke-CsPoolFailBack -PoolFqdn %1 aus, um ihn abzuschließen; ist %1 ausgefallen, führen Sie Invoke-CsPoolFailOver mit -DisasterMode aus.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: its backup pool %2 is itself failed over to %3.</source>
        <translation>Für den Pool %1 ist kein Failover möglich: Sein Sicherungspool %2 wird selbst im Failover von %3 bedient.</translation>
    </message>
    <message>
        <source>Run Invoke-CsPoolFailBack -PoolFqdn %1 first (with -DisasterMode when %2 has broken down).</source>
        <translation>Führen Sie zuerst Invoke-CsPoolFailBack -PoolFqdn %1 aus (mit -DisasterMode, wenn %2 ausgefallen ist).</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: it hosts the active Central Management store.</source>
        <translation>Für den Pool %1 ist kein Failover möglich: Er hostet den aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementServerFailover -Force first.</source>
        <translation>Führen Sie zuerst Invoke-CsManagementServerFailover -Force aus.</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementServerFailover first.</source>
        <translation>Führen Sie zuerst Invoke-CsManagementServerFailover aus.</translation>
    </message>
    <message>
        <source>When %1 has broken down, run Invoke-CsPoolFailOver with -DisasterMode.</source>
        <translation>Ist %1 ausgefallen, führen Sie Invoke-CsPoolFailOver mit -DisasterMode aus.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed back: its state is %2.</source>
        <translation>Für den Pool %1 ist kein Failback möglich: Sein Zustand ist %2.</translation>
    </message>
    <message>
        <source>Nothing has to be done: it serves its users itself.</source>
        <translation>Es ist nichts zu tun: Er bedient seine Benutzer selbst.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed back: its state is FailedBack, and it serves its users itself.</source>
        <translation>Für den Pool %1 ist kein Failback möglich: Sein Zustand ist FailedBack, und er bedient seine Benutzer selbst.</translation>
    </message>
    <message>
        <source>Run Invoke-CsPoolFailBack -PoolFqdn %1 without -DisasterMode once %2 is back: it completes the exchange.</source>
        <translation>Führen Sie Invoke-CsPoolFailBack -PoolFqdn %1 ohne -DisasterMode aus, sobald %2 wieder da ist: Das schließt den Austausch ab.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed back: %2 serves its users, but the topology says that its backup pool is %3.</source>
        <translation>Für den Pool %1 ist kein Failback möglich: %2 bedient seine Benutzer, aber die Topologie sagt, dass sein Sicherungspool %3 ist.</translation>
    </message>
    <message>
        <source>Publish a topology in which %1 and %2 are a pair, fail back, and change the pair afterwards.</source>
        <translation>Veröffentlichen Sie eine Topologie, in der %1 und %2 ein Paar sind, führen Sie den Failback aus, und ändern Sie das Paar danach.</translation>
    </message>
    <message>
        <source>If it is lost, make it anew and fill it from the backup pool: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</source>
        <translation>Ist er verloren, legen Sie ihn neu an und füllen ihn aus dem Sicherungspool: Invoke-CsBackupServiceSync -PoolFqdn %1 -BackupModule ConfServices.DataConf -Force.</translation>
    </message>
    <message>
        <source>When %1 has broken down, run Invoke-CsPoolFailBack with -DisasterMode.</source>
        <translation>Ist %1 ausgefallen, führen Sie Invoke-CsPoolFailBack mit -DisasterMode aus.</translation>
    </message>
    <message>
        <source>The pool %1 cannot be failed over: it is the next hop of an Edge pool: %2.</source>
        <translation>Für den Pool %1 ist kein Failover möglich, denn er ist der nächste Hop eines Edgepools: %2.</translation>
    </message>
    <message>
        <source>Let Edge traffic go to another pool first: %1</source>
        <translation>Leiten Sie den Edge-Datenverkehr zuerst auf einen anderen Pool: %1</translation>
    </message>
    <message>
        <source>This command begins it anew now.</source>
        <translation>Dieser Befehl beginnt nun von vorn.</translation>
    </message>
    <message>
        <source>The failover of the pool %1, begun at %2, has taken effect: %3 serves its users and may write their data. Only its end is not written down.</source>
        <translation>Der um %2 begonnene Failover des Pools %1 ist wirksam: %3 bedient seine Benutzer und darf ihre Daten schreiben. Nur sein Ende ist nicht festgehalten.</translation>
    </message>
    <message>
        <source>The failover of the pool %1, begun at %2, has not taken effect: its users have no service while %1 is down.</source>
        <translation>Der um %2 begonnene Failover des Pools %1 ist nicht wirksam geworden: Seine Benutzer haben keinen Dienst, solange %1 ausgefallen ist.</translation>
    </message>
    <message>
        <source>The failover of the pool %1, begun at %2, has not taken effect: %1 serves its users, and their data is read-only until the failover goes on or is rolled back. Nothing is lost.</source>
        <translation>Der um %2 begonnene Failover des Pools %1 ist nicht wirksam geworden: %1 bedient seine Benutzer, und ihre Daten sind schreibgeschützt, bis der Failover weitergeht oder rückgängig gemacht wird. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The failback of the pool %1, begun at %2, has taken effect: %1 serves its users and may write their data. Its exchange with %3 is not complete.</source>
        <translation>Der um %2 begonnene Failback des Pools %1 ist wirksam: %1 bedient seine Benutzer und darf ihre Daten schreiben. Sein Austausch mit %3 ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The failback of the pool %1, begun at %2, has not taken effect: its users have no service while %3 is down.</source>
        <translation>Der um %2 begonnene Failback des Pools %1 ist nicht wirksam geworden: Seine Benutzer haben keinen Dienst, solange %3 ausgefallen ist.</translation>
    </message>
    <message>
        <source>The failback of the pool %1, begun at %2, has not taken effect: %3 serves its users, and their data is read-only until the failback goes on or is rolled back. Nothing is lost.</source>
        <translation>Der um %2 begonnene Failback des Pools %1 ist nicht wirksam geworden: %3 bedient seine Benutzer, und ihre Daten sind schreibgeschützt, bis der Failback weitergeht oder rückgängig gemacht wird. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Unless it is still under way in another process, run %1 again: it finishes what was begun.</source>
        <translation>Wenn er nicht noch in einem anderen Prozess läuft, führen Sie %1 erneut aus: Das beendet, was begonnen wurde.</translation>
    </message>
    <message>
        <source>Unless it is still under way in another process, run %1 again: it rolls back what was begun and begins anew. Any other command that changes data of the pool, as Backup-CsPool -PoolFqdn %2, rolls it back and leaves it at that.</source>
        <translation>Wenn er nicht noch in einem anderen Prozess läuft, führen Sie %1 erneut aus: Das macht das Begonnene rückgängig und beginnt von vorn. Jeder andere Befehl, der Daten des Pools ändert, wie Backup-CsPool -PoolFqdn %2, macht es rückgängig und belässt es dabei.</translation>
    </message>
    <message>
        <source>A failover or failback of the pool %1 was interrupted that this version cannot read (%2).</source>
        <translation>Ein Failover oder Failback des Pools %1 wurde unterbrochen, den diese Version nicht lesen kann (%2).</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverActions</name>
    <message>
        <source>&amp;Refresh the checks</source>
        <translation>Prüfungen &amp;neu lesen</translation>
    </message>
    <message>
        <source>Read all that matters again. Nothing is changed.</source>
        <translation>Alles, worauf es ankommt, neu lesen. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>&amp;Begin…</source>
        <translation>Be&amp;ginnen …</translation>
    </message>
    <message>
        <source>Begin the guided operation. It is confirmed first, and each of its steps again.</source>
        <translation>Den geführten Vorgang beginnen. Er wird vorher bestätigt, und jeder seiner Schritte noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Copy the check</source>
        <translation>Prüfung &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected check with its finding and what to do, for a ticket.</source>
        <translation>Die ausgewählte Prüfung mit Befund und dem, was zu tun ist, für ein Ticket kopieren.</translation>
    </message>
    <message>
        <source>R&amp;un the step…</source>
        <translation>Schritt a&amp;usführen …</translation>
    </message>
    <message>
        <source>Run the current step. It is confirmed first.</source>
        <translation>Den aktuellen Schritt ausführen. Er wird vorher bestätigt.</translation>
    </message>
    <message>
        <source>I ran it there: check &amp;now</source>
        <translation>Dort ausgeführt: &amp;jetzt prüfen</translation>
    </message>
    <message>
        <source>Say that the command was run on the other server, and look whether it did its work.</source>
        <translation>Angeben, dass der Befehl auf dem anderen Server ausgeführt wurde, und nachsehen, ob er gewirkt hat.</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch einmal n&amp;achsehen</translation>
    </message>
    <message>
        <source>Look at the deployment again, for every step. Nothing is changed.</source>
        <translation>Für jeden Schritt noch einmal in der Bereitstellung nachsehen. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it out…</source>
        <translation>Aus&amp;lassen …</translation>
    </message>
    <message>
        <source>Go on without the current step. The reason goes into the record.</source>
        <translation>Ohne den aktuellen Schritt fortfahren. Der Grund kommt in den Nachweis.</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>An&amp;halten …</translation>
    </message>
    <message>
        <source>Stop what runs now, as far as it can be stopped.</source>
        <translation>Anhalten, was gerade läuft, soweit es sich anhalten lässt.</translation>
    </message>
    <message>
        <source>Show the &amp;job</source>
        <translation>Auf&amp;trag zeigen</translation>
    </message>
    <message>
        <source>Show the job of the selected step with its log, on the page of jobs.</source>
        <translation>Den Auftrag des ausgewählten Schritts mit seinem Protokoll auf der Seite der Aufträge zeigen.</translation>
    </message>
    <message>
        <source>&amp;End the operation…</source>
        <translation>Vorgang &amp;beenden …</translation>
    </message>
    <message>
        <source>Read all checks once more, and close the record.</source>
        <translation>Alle Prüfungen noch einmal lesen und den Nachweis abschließen.</translation>
    </message>
    <message>
        <source>&amp;Go on…</source>
        <translation>&amp;Fortfahren …</translation>
    </message>
    <message>
        <source>Go on with the guided operation that was left or interrupted. Nothing runs by itself.</source>
        <translation>Mit dem geführten Vorgang fortfahren, der verlassen oder unterbrochen wurde. Nichts läuft von selbst.</translation>
    </message>
    <message>
        <source>Show the rec&amp;ord</source>
        <translation>Nach&amp;weis zeigen</translation>
    </message>
    <message>
        <source>Show the record: checks before and after, every command, who and when.</source>
        <translation>Den Nachweis zeigen: Prüfungen davor und danach, jeder Befehl, wer und wann.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverCheck</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Hindernis</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Ready: nothing that was checked speaks against it.</source>
        <translation>Bereit: Nichts, was geprüft wurde, spricht dagegen.</translation>
    </message>
    <message numerus="yes">
        <source>Ready, but look at this before: %n check(s) need attention.</source>
        <translation>
            <numerusform>Bereit, aber sehen Sie sich dies vorher an: %n Prüfung verlangt Aufmerksamkeit.</numerusform>
            <numerusform>Bereit, aber sehen Sie sich dies vorher an: %n Prüfungen verlangen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not ready: %n check(s) stand in the way.</source>
        <translation>
            <numerusform>Nicht bereit: %n Prüfung steht im Weg.</numerusform>
            <numerusform>Nicht bereit: %n Prüfungen stehen im Weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known: nothing has been checked.</source>
        <translation>Nicht bekannt: Es wurde nichts geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing that is known stands in the way, but %n check(s) have no answer.</source>
        <translation>
            <numerusform>Nichts, was bekannt ist, steht im Weg, aber %n Prüfung hat keine Antwort.</numerusform>
            <numerusform>Nichts, was bekannt ist, steht im Weg, aber %n Prüfungen haben keine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>Active master: %1</source>
        <translation>Aktiver Master: %1</translation>
    </message>
    <message>
        <source>Last sign of life of the master: %1</source>
        <translation>Letztes Lebenszeichen des Masters: %1</translation>
    </message>
    <message>
        <source>Active file transfer agents: %1</source>
        <translation>Aktive Dateiübertragungs-Agents: %1</translation>
    </message>
    <message>
        <source>Which pool hosts the active Central Management store is not reported.</source>
        <translation>Welcher Pool den aktiven zentralen Verwaltungsspeicher hostet, ist nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 An agent of %2 is reported as well; as long as that is down it hands out nothing. Look at this again before its servers are started.</source>
        <translation>%1 Auch ein Agent von %2 ist gemeldet; solange dieser Pool ausgefallen ist, gibt er nichts weiter. Sehen Sie sich dies noch einmal an, bevor seine Server gestartet werden.</translation>
    </message>
    <message>
        <source>These belong to no pool that is known, so it cannot be told whether exactly one Central Management store is active: %1.</source>
        <translation>Diese gehören zu keinem bekannten Pool, sodass nicht zu sagen ist, ob genau ein zentraler Verwaltungsspeicher aktiv ist: %1.</translation>
    </message>
    <message>
        <source>The master of the Central Management store is on %1, but no active file transfer agent is reported: whether exactly one store is active cannot be told.</source>
        <translation>Der Master des zentralen Verwaltungsspeichers ist auf %1, aber es ist kein aktiver Dateiübertragungs-Agent gemeldet: Ob genau ein Speicher aktiv ist, ist nicht zu sagen.</translation>
    </message>
    <message>
        <source>Exactly one is active. %1</source>
        <translation>Genau einer ist aktiv. %1</translation>
    </message>
    <message>
        <source>No Central Management store is reported to be active, as when the active one was on %1, which is down: %1 and %2 hold its two copies. It has to be moved to %2 before %1 is failed over.</source>
        <translation>Es ist kein aktiver zentraler Verwaltungsspeicher gemeldet, wie es ist, wenn der aktive auf %1 war und dieser Pool ausgefallen ist: %1 und %2 halten seine beiden Kopien. Er muss vor dem Failover von %1 nach %2 verschoben werden.</translation>
    </message>
    <message>
        <source>Move the active store to %1.</source>
        <translation>Verschieben Sie den aktiven Speicher nach %1.</translation>
    </message>
    <message>
        <source>The Central Management store is active on more than one pool: %1. Changes of the configuration could be published on either and get lost. This is known to happen after the store of a pair of Standard Edition servers was failed over.</source>
        <translation>Der zentrale Verwaltungsspeicher ist auf mehr als einem Pool aktiv: %1. Änderungen der Konfiguration könnten auf dem einen oder dem anderen veröffentlicht werden und verloren gehen. Das kommt bekanntlich nach einem Failover des Speichers zwischen einem Paar von Standard-Edition-Servern vor.</translation>
    </message>
    <message>
        <source>If the store was failed over within the last minutes, read this again: the former agent may still be reported.</source>
        <translation>Hat der Failover des Speichers in den letzten Minuten stattgefunden, lesen Sie dies noch einmal: Der frühere Agent ist vielleicht noch gemeldet.</translation>
    </message>
    <message>
        <source>Decide which store is the right one, the one with the latest changes of the topology. On the servers of the other pool, stop the services Master Replicator Agent (MASTER) and File Transfer Agent (FTA), and read this again.</source>
        <translation>Entscheiden Sie, welcher Speicher der richtige ist: der mit den letzten Änderungen der Topologie. Halten Sie auf den Servern des anderen Pools die Dienste Master Replicator Agent (MASTER) und File Transfer Agent (FTA) an, und lesen Sie dies noch einmal.</translation>
    </message>
    <message>
        <source>The Central Management store is active on %1.</source>
        <translation>Der zentrale Verwaltungsspeicher ist auf %1 aktiv.</translation>
    </message>
    <message>
        <source>%1 It has to be moved to the backup pool before %2 is failed over.</source>
        <translation>%1 Er muss vor dem Failover von %2 auf den Sicherungspool verschoben werden.</translation>
    </message>
    <message>
        <source>%1 It has to be moved to %2 before %3 is failed over, and need not be moved back.</source>
        <translation>%1 Er muss vor dem Failover von %3 nach %2 verschoben werden und muss nicht zurückverschoben werden.</translation>
    </message>
    <message>
        <source>The standby copy of a Standard Edition server needs its database: where it was not installed, Install-CsDatabase -CentralManagementDatabase comes first.</source>
        <translation>Die Standby-Kopie eines Standard-Edition-Servers braucht ihre Datenbank: Wo sie nicht installiert wurde, kommt zuerst Install-CsDatabase -CentralManagementDatabase.</translation>
    </message>
    <message>
        <source>%1 As %2 is down, nothing can be published until the store is active on %3.</source>
        <translation>%1 Da %2 ausgefallen ist, kann nichts veröffentlicht werden, bis der Speicher auf %3 aktiv ist.</translation>
    </message>
    <message>
        <source>Make the store of %1 the active one.</source>
        <translation>Machen Sie den Speicher von %1 zum aktiven.</translation>
    </message>
    <message>
        <source>Make the store of %1 the active one: run Invoke-CsManagementServerFailover there, with -BackupSqlServerFqdn and -BackupSqlInstanceName of its standby copy and -Force.</source>
        <translation>Machen Sie den Speicher von %1 zum aktiven: Führen Sie dort Invoke-CsManagementServerFailover aus, mit -BackupSqlServerFqdn und -BackupSqlInstanceName seiner Standby-Kopie und mit -Force.</translation>
    </message>
    <message>
        <source>%1 It need not be moved for the failback.</source>
        <translation>%1 Für den Failback muss er nicht verschoben werden.</translation>
    </message>
    <message>
        <source>%1 It stays where it is.</source>
        <translation>%1 Er bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>%1 When its master last gave a sign of life is not reported.</source>
        <translation>%1 Wann sein Master zuletzt ein Lebenszeichen gab, ist nicht gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 But its master has given no sign of life for more than %n minute(s) (a bound of ours): it may be out of reach.</source>
        <translation>
            <numerusform>%1 Aber sein Master hat seit mehr als %n Minute (unsere Grenze) kein Lebenszeichen gegeben: Er ist vielleicht nicht erreichbar.</numerusform>
            <numerusform>%1 Aber sein Master hat seit mehr als %n Minuten (unsere Grenze) kein Lebenszeichen gegeben: Er ist vielleicht nicht erreichbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Central Management store</source>
        <translation>Zentraler Verwaltungsspeicher</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) are not up to date: %1. A server with an old replica works with the old topology, so every replica is brought up to date before the pool is failed over.</source>
        <translation>
            <numerusform>%n Replikat ist nicht auf dem neuesten Stand: %1. Ein Server mit einem alten Replikat arbeitet mit der alten Topologie; deshalb wird vor dem Failover des Pools jedes Replikat auf den neuesten Stand gebracht.</numerusform>
            <numerusform>%n Replikate sind nicht auf dem neuesten Stand: %1. Ein Server mit einem alten Replikat arbeitet mit der alten Topologie; deshalb wird vor dem Failover des Pools jedes Replikat auf den neuesten Stand gebracht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n replica(s) it is not reported whether they are up to date: %1.</source>
        <translation>
            <numerusform>Von %n Replikat ist nicht gemeldet, ob es auf dem neuesten Stand ist: %1.</numerusform>
            <numerusform>Von %n Replikaten ist nicht gemeldet, ob sie auf dem neuesten Stand sind: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No replica that matters here is reported.</source>
        <translation>Es ist kein Replikat gemeldet, auf das es hier ankommt.</translation>
    </message>
    <message numerus="yes">
        <source>Every replica is up to date (%n).</source>
        <comment>number of replicas</comment>
        <translation>
            <numerusform>Jedes Replikat ist auf dem neuesten Stand (%n).</numerusform>
            <numerusform>Jedes Replikat ist auf dem neuesten Stand (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>Those of %1, which is taken to be down, were left aside: %2.</source>
        <translation>Die von %1, der als ausgefallen gilt, blieben unberücksichtigt: %2.</translation>
    </message>
    <message>
        <source>Replicas of the Central Management store</source>
        <translation>Replikate des zentralen Verwaltungsspeichers</translation>
    </message>
    <message>
        <source>Ask for the replication, and read this again.</source>
        <translation>Fordern Sie die Replikation an, und lesen Sie dies noch einmal.</translation>
    </message>
    <message>
        <source>Remove it from %1 when nobody needs it any more; it asks before.</source>
        <translation>Entfernen Sie sie von %1, wenn niemand sie mehr braucht; vorher wird gefragt.</translation>
    </message>
    <message>
        <source>If the pairs were changed, and nobody needs the data of a former one on %1: this removes it, and asks before.</source>
        <translation>Wenn die Paare geändert wurden und niemand die Daten eines früheren auf %1 braucht: Dies entfernt sie und fragt vorher.</translation>
    </message>
    <message>
        <source>Data left from a former pairing</source>
        <translation>Reste eines früheren Paars</translation>
    </message>
    <message>
        <source>Remove-CsUserStoreBackupData -WhatIf tells no numbers on genuine servers, so whether data of a former pairing is left is not known. There is none if the pairs were never changed; what is left does not hinder this.</source>
        <translation>Remove-CsUserStoreBackupData -WhatIf nennt auf echten Servern keine Zahlen; ob Daten eines früheren Paars übrig sind, ist daher nicht bekannt. Es gibt keine, wenn die Paare nie geändert wurden; was übrig ist, hindert hieran nicht.</translation>
    </message>
    <message>
        <source>Nothing of a former pairing is left on the pools that can be asked.</source>
        <translation>Auf den Pools, die gefragt werden können, ist von einem früheren Paar nichts übrig.</translation>
    </message>
    <message>
        <source>Data of a former pairing is left. It does not hinder this, but takes up room, and could be taken for current data.</source>
        <translation>Daten eines früheren Paars sind übrig. Sie hindern hieran nicht, brauchen aber Platz und könnten für aktuelle Daten gehalten werden.</translation>
    </message>
    <message>
        <source>&lt;service id of its ApplicationServer&gt;</source>
        <translation>&lt;Dienst-ID seines ApplicationServer&gt;</translation>
    </message>
    <message>
        <source>&lt;file store of %1&gt;\%2\AppServerFiles</source>
        <translation>&lt;Dateispeicher von %1&gt;\%2\AppServerFiles</translation>
    </message>
    <message>
        <source>Response Groups: with %1 they are carried over when EnableRgsBackupService is set (Get-CsBackupServiceConfiguration).</source>
        <translation>Reaktionsgruppen: Mit %1 werden sie übernommen, wenn EnableRgsBackupService gesetzt ist (Get-CsBackupServiceConfiguration).</translation>
    </message>
    <message>
        <source>Without EnableRgsBackupService, export the Response Groups.</source>
        <translation>Exportieren Sie ohne EnableRgsBackupService die Reaktionsgruppen.</translation>
    </message>
    <message>
        <source>Response Groups: carried over only from Skype for Business Server 2019 on; the version of %1 is not reported.</source>
        <translation>Reaktionsgruppen: Sie werden erst ab Skype for Business Server 2019 übernommen; die Version von %1 ist nicht gemeldet.</translation>
    </message>
    <message>
        <source>Response Groups: not carried over by %1.</source>
        <translation>Reaktionsgruppen: Sie werden von %1 nicht übernommen.</translation>
    </message>
    <message>
        <source>Export the Response Groups of the pool; Import-CsRgsConfiguration brings them to the other one, and after the failback back again.</source>
        <translation>Exportieren Sie die Reaktionsgruppen des Pools; Import-CsRgsConfiguration bringt sie auf den anderen und nach dem Failback wieder zurück.</translation>
    </message>
    <message>
        <source>Location Information Service: its configuration of locations for emergency calls.</source>
        <translation>Standortinformationsdienst: seine Konfiguration der Standorte für Notrufe.</translation>
    </message>
    <message>
        <source>Call Park: the settings of the pool and its own music on hold.</source>
        <translation>Parken von Anrufen: die Einstellungen des Pools und seine eigene Wartemusik.</translation>
    </message>
    <message>
        <source>Announcements for unassigned numbers: settings and audio files.</source>
        <translation>Ansagen für nicht zugewiesene Nummern: Einstellungen und Audiodateien.</translation>
    </message>
    <message>
        <source>Export the Location Information Service; the file must not exist yet.</source>
        <translation>Exportieren Sie den Standortinformationsdienst; die Datei darf noch nicht vorhanden sein.</translation>
    </message>
    <message>
        <source>Note down the settings of Call Park: they cannot be recovered from the pool later.</source>
        <translation>Notieren Sie die Einstellungen des Parkens von Anrufen: Vom Pool sind sie später nicht wiederherzustellen.</translation>
    </message>
    <message>
        <source>Note down which Call Park service has which numbers.</source>
        <translation>Notieren Sie, welcher Dienst zum Parken von Anrufen welche Nummern hat.</translation>
    </message>
    <message>
        <source>Copy the music on hold of Call Park, if the pool has its own.</source>
        <translation>Kopieren Sie die Wartemusik des Parkens von Anrufen, wenn der Pool eine eigene hat.</translation>
    </message>
    <message>
        <source>Note down the announcements of the pool: they are made again on the other one.</source>
        <translation>Notieren Sie die Ansagen des Pools: Auf dem anderen werden sie neu angelegt.</translation>
    </message>
    <message>
        <source>Note down which unassigned numbers lead to them.</source>
        <translation>Notieren Sie, welche nicht zugewiesenen Nummern zu ihnen führen.</translation>
    </message>
    <message>
        <source>Copy the audio files of the announcements.</source>
        <translation>Kopieren Sie die Audiodateien der Ansagen.</translation>
    </message>
    <message>
        <source>What is not carried over</source>
        <translation>Was nicht übernommen wird</translation>
    </message>
    <message>
        <source>A lab deployment has none of what a failover leaves behind. On genuine servers export it before, in the Management Shell of a server:</source>
        <translation>Eine Laborbereitstellung hat nichts von dem, was ein Failover zurücklässt. Exportieren Sie es auf echten Servern vorher, in der Verwaltungsshell eines Servers:</translation>
    </message>
    <message>
        <source>A failover leaves behind what is listed here; whether the pool uses it cannot be read from here. Export what it uses before, in the Management Shell of a server, as long as the pool is up.</source>
        <translation>Ein Failover lässt zurück, was hier aufgeführt ist; ob der Pool es verwendet, ist von hier aus nicht zu lesen. Exportieren Sie vorher, was er verwendet, in der Verwaltungsshell eines Servers, solange der Pool läuft.</translation>
    </message>
    <message>
        <source>A failover leaves behind what is listed here; whether the pool uses it cannot be read from here. Of a pool that is down only what was exported before can be brought to the other one; try these all the same.</source>
        <translation>Ein Failover lässt zurück, was hier aufgeführt ist; ob der Pool es verwendet, ist von hier aus nicht zu lesen. Von einem ausgefallenen Pool lässt sich nur auf den anderen bringen, was vorher exportiert wurde; versuchen Sie dies trotzdem.</translation>
    </message>
    <message>
        <source>%1 In what state %2 last was is not known: it was not read before.</source>
        <translation>%1 In welchem Zustand %2 zuletzt war, ist nicht bekannt: Er wurde vorher nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 When %2 was last read, at %3, it was as below; whatever was changed on it since then, and what was waiting, may be missing.</source>
        <translation>%1 Als %2 zuletzt gelesen wurde, um %3, war es wie unten; was dort seitdem geändert wurde und was wartete, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>What is listed here would be missing on %1.</source>
        <translation>Was hier aufgeführt ist, würde auf %1 fehlen.</translation>
    </message>
    <message>
        <source>How much would be lost is not told: the trial run was refused before. Read this again when what stands in the way is gone.</source>
        <translation>Wie viel verloren ginge, ist nicht gesagt: Der Probelauf wurde vorher abgelehnt. Lesen Sie dies noch einmal, wenn nicht mehr im Weg steht, was jetzt im Weg steht.</translation>
    </message>
    <message>
        <source>By what the stores say, %1 has handed everything over: nothing would be missing on %2.</source>
        <translation>Nach dem, was die Speicher sagen, hat %1 alles übergeben: Auf %2 würde nichts fehlen.</translation>
    </message>
    <message>
        <source>Genuine servers tell no number of what would be lost.</source>
        <translation>Echte Server nennen keine Zahl für das, was verloren ginge.</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>Was verloren ginge</translation>
    </message>
    <message>
        <source>Make %1 the next hop of the Edge pool %2.</source>
        <translation>Machen Sie %1 zum nächsten Hop des Edgepools %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is the next hop of %n Edge pool(s): %2. Such a pool is not failed over: the next hop has to lead elsewhere before.</source>
        <translation>
            <numerusform>%1 ist der nächste Hop von %n Edgepool: %2. Für einen solchen Pool ist kein Failover möglich: Der nächste Hop muss vorher woandershin führen.</numerusform>
            <numerusform>%1 ist der nächste Hop von %n Edgepools: %2. Für einen solchen Pool ist kein Failover möglich: Der nächste Hop muss vorher woandershin führen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, which is down, is the next hop of %n Edge pool(s): %2. Users outside reach nobody until it leads elsewhere.</source>
        <translation>
            <numerusform>Der ausgefallene Pool %1 ist der nächste Hop von %n Edgepool: %2. Benutzer draußen erreichen niemanden, bis er woandershin führt.</numerusform>
            <numerusform>Der ausgefallene Pool %1 ist der nächste Hop von %n Edgepools: %2. Benutzer draußen erreichen niemanden, bis er woandershin führt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is the next hop of %n Edge pool(s): %2. That does not hinder the failback; afterwards it can be moved back to %3.</source>
        <translation>
            <numerusform>%1 ist der nächste Hop von %n Edgepool: %2. Das hindert den Failback nicht; danach kann er wieder nach %3 führen.</numerusform>
            <numerusform>%1 ist der nächste Hop von %n Edgepools: %2. Das hindert den Failback nicht; danach kann er wieder nach %3 führen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it could lead instead is not known without a backup pool.</source>
        <translation>Wohin er stattdessen führen könnte, ist ohne Sicherungspool nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>The next hop of %n Edge pool(s) is not reported: %1. Look in Topology Builder.</source>
        <translation>
            <numerusform>Der nächste Hop von %n Edgepool ist nicht gemeldet: %1. Sehen Sie im Topologie-Generator nach.</numerusform>
            <numerusform>Der nächste Hop von %n Edgepools ist nicht gemeldet: %1. Sehen Sie im Topologie-Generator nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>No Edge pool has %1 as its next hop.</source>
        <translation>Kein Edgepool hat %1 als nächsten Hop.</translation>
    </message>
    <message>
        <source>Next hop of the Edge pools</source>
        <translation>Nächster Hop der Edgepools</translation>
    </message>
    <message>
        <source>%1: next hop %2</source>
        <comment>Edge pool and pool</comment>
        <translation>%1: nächster Hop %2</translation>
    </message>
    <message>
        <source>The deployment reports no services, so it cannot be told whether it has Edge pools.</source>
        <translation>Die Bereitstellung meldet keine Dienste; ob sie Edgepools hat, ist daher nicht zu sagen.</translation>
    </message>
    <message>
        <source>The deployment has no Edge pools.</source>
        <translation>Die Bereitstellung hat keine Edgepools.</translation>
    </message>
    <message>
        <source>This has not been read yet: the pools are not known.</source>
        <translation>Dies wurde noch nicht gelesen: Die Pools sind nicht bekannt.</translation>
    </message>
    <message>
        <source>This cannot be read: the backup pool of %1 is not known.</source>
        <translation>Dies kann nicht gelesen werden: Der Sicherungspool von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This cannot be read: the cmdlet that tells it is not offered to you.</source>
        <translation>Dies kann nicht gelesen werden: Das Cmdlet, das es sagt, wird Ihnen nicht angeboten.</translation>
    </message>
    <message>
        <source>This could not be read with %1: %2</source>
        <translation>Dies konnte mit %1 nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>This is being read with %1.</source>
        <translation>Dies wird mit %1 gelesen.</translation>
    </message>
    <message>
        <source>This has not been read yet.</source>
        <translation>Dies wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 When it was last read, this was true: %2</source>
        <translation>%1 Als es zuletzt gelesen wurde, galt: %2</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>The deployment has no pool %1.</source>
        <translation>Die Bereitstellung hat keinen Pool %1.</translation>
    </message>
    <message>
        <source>%1 (%2) is a pool with users that can be failed over and back.</source>
        <translation>%1 (%2) ist ein Pool mit Benutzern, für den Failover und Failback möglich sind.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but %2 names none: a pair is mutual.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber %2 nennt keinen: Ein Poolpaar gilt gegenseitig.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but that of %2 is %3: a pair is mutual.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber der von %2 ist %3: Ein Poolpaar gilt gegenseitig.</translation>
    </message>
    <message>
        <source>State the pair again with Publish-CsTopology and its parameter -Pair.</source>
        <translation>Geben Sie das Paar noch einmal mit Publish-CsTopology und dem Parameter -Pair an.</translation>
    </message>
    <message>
        <source>Correct the associated backup pools in Topology Builder and publish the topology.</source>
        <translation>Berichtigen Sie die zugeordneten Sicherungspools im Topologie-Generator, und veröffentlichen Sie die Topologie.</translation>
    </message>
    <message>
        <source>%1 and %2 are a pair: each is the backup pool of the other.</source>
        <translation>%1 und %2 sind ein Paar: Jeder ist der Sicherungspool des anderen.</translation>
    </message>
    <message>
        <source>What cannot be read from here: both need the same operating system, both on physical or both on virtual machines, and each must be able to carry the users of both.</source>
        <translation>Was von hier aus nicht zu lesen ist: Beide brauchen dasselbe Betriebssystem, beide auf physischen oder beide auf virtuellen Maschinen, und jeder muss die Benutzer beider tragen können.</translation>
    </message>
    <message>
        <source>The pair is not a supported one; Topology Builder does not prevent that.</source>
        <translation>Das Paar wird nicht unterstützt; der Topologie-Generator verhindert das nicht.</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Poolpaar</translation>
    </message>
    <message>
        <source>The &quot;automatic failover and failback for Voice&quot; that Topology Builder offers with a pair does not fail a pool over: it lets users make calls. A pool is failed over by a person, with Invoke-CsPoolFailOver.</source>
        <translation>Der „automatische Failover und Failback für VoIP“, den der Topologie-Generator bei einem Paar anbietet, ist kein Failover des Pools: Er lässt die Benutzer telefonieren. Den Failover eines Pools führt ein Mensch aus, mit Invoke-CsPoolFailOver.</translation>
    </message>
    <message>
        <source>The pool %1 is not known, so nothing can be said of its pairing.</source>
        <translation>Der Pool %1 ist nicht bekannt; über sein Paar ist daher nichts zu sagen.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but the deployment has no pool %2.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber die Bereitstellung hat keinen Pool %2.</translation>
    </message>
    <message>
        <source>The pool state of %1 is FailingOver: a failover was begun and has not ended. Whether it still runs or was interrupted, the state does not tell. While a planned one lasts, the data of the users is read-only.</source>
        <translation>Der Poolzustand von %1 ist FailingOver: Ein Failover wurde begonnen und ist nicht zu Ende. Ob er noch läuft oder unterbrochen wurde, sagt der Zustand nicht. Solange ein geplanter dauert, sind die Daten der Benutzer schreibgeschützt.</translation>
    </message>
    <message>
        <source>Find out first whether the failover still runs: in the list of jobs, and with your colleagues.</source>
        <translation>Stellen Sie zuerst fest, ob der Failover noch läuft: in der Liste der Aufträge und bei Ihren Kollegen.</translation>
    </message>
    <message>
        <source>When it does not run any more, back the pool up: like every command that works on the pool, that first finishes the failover or rolls it back, and says which. Then read these checks again. (A rule of the lab.)</source>
        <translation>Wenn er nicht mehr läuft, sichern Sie den Pool: Wie jeder Befehl, der mit dem Pool arbeitet, führt das zuerst den Failover zu Ende oder macht ihn rückgängig und sagt, welches von beiden. Lesen Sie dann diese Prüfungen noch einmal. (Eine Regel des Labors.)</translation>
    </message>
    <message>
        <source>When it does not run any more, run the failover again, and read the state afterwards. No other way on was found in Microsoft&apos;s documentation.</source>
        <translation>Wenn er nicht mehr läuft, führen Sie den Failover noch einmal aus, und lesen Sie danach den Zustand. Ein anderer Weg fand sich in der Dokumentation von Microsoft nicht.</translation>
    </message>
    <message>
        <source>If %1 has gone down meanwhile, run it in disaster mode.</source>
        <translation>Ist %1 inzwischen ausgefallen, führen Sie ihn im Notfallmodus aus.</translation>
    </message>
    <message>
        <source>its backup pool</source>
        <translation>sein Sicherungspool</translation>
    </message>
    <message>
        <source>The pool state of %1 is Active: it serves its users itself.</source>
        <translation>Der Poolzustand von %1 ist Active: Er bedient seine Benutzer selbst.</translation>
    </message>
    <message>
        <source>The pool state of %1 is FailedOver already: %2 serves its users.</source>
        <translation>Der Poolzustand von %1 ist bereits FailedOver: %2 bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>To give it its users back, fail it back.</source>
        <translation>Um ihm seine Benutzer zurückzugeben, führen Sie seinen Failback aus.</translation>
    </message>
    <message>
        <source>The pool state of %1 is FailedBack: it serves its users again, but its exchange with %2 may not be complete.</source>
        <translation>Der Poolzustand von %1 ist FailedBack: Er bedient seine Benutzer wieder, aber sein Austausch mit %2 ist vielleicht nicht vollständig.</translation>
    </message>
    <message>
        <source>Complete the failback while both pools are up.</source>
        <translation>Schließen Sie den Failback ab, solange beide Pools laufen.</translation>
    </message>
    <message>
        <source>The pool state of %1 is FailedOver: %2 serves its users.</source>
        <translation>Der Poolzustand von %1 ist FailedOver: %2 bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>The pool state of %1 is Active: it serves its users itself. There is nothing to fail back.</source>
        <translation>Der Poolzustand von %1 ist Active: Er bedient seine Benutzer selbst. Ein Failback hat nichts zu tun.</translation>
    </message>
    <message>
        <source>Failing it back again completes the exchange.</source>
        <translation>Ein weiterer Failback schließt den Austausch ab.</translation>
    </message>
    <message>
        <source>There is nothing to fail back without %1. Once it is up, fail back without -DisasterMode: that completes the exchange.</source>
        <translation>Ohne %1 hat ein Failback nichts zu tun. Führen Sie ihn, sobald %1 läuft, ohne -DisasterMode aus: Das schließt den Austausch ab.</translation>
    </message>
    <message>
        <source>%1: not reported</source>
        <translation>%1: nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 But its backup pool %2 is itself failed over, so %3 serves the users of both: the two cannot serve each other.</source>
        <translation>%1 Aber sein Sicherungspool %2 ist selbst im Failover, sodass %3 die Benutzer beider bedient: Die beiden können nicht einander bedienen.</translation>
    </message>
    <message>
        <source>Fail %1 back first.</source>
        <translation>Führen Sie zuerst den Failback von %1 aus.</translation>
    </message>
    <message>
        <source>%1 The pool state of %2 is not reported.</source>
        <translation>%1 Der Poolzustand von %2 ist nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 The pool state of %2 is FailedBack: its own exchange may not be complete.</source>
        <translation>%1 Der Poolzustand von %2 ist FailedBack: Sein eigener Austausch ist vielleicht nicht vollständig.</translation>
    </message>
    <message>
        <source>Complete its failback first.</source>
        <translation>Schließen Sie zuerst seinen Failback ab.</translation>
    </message>
    <message>
        <source>Pool state</source>
        <translation>Poolzustand</translation>
    </message>
    <message>
        <source>The pool state of %1 is not reported.</source>
        <translation>Der Poolzustand von %1 ist nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 would refuse now: %2</source>
        <translation>%1 würde jetzt ablehnen: %2</translation>
    </message>
    <message>
        <source>%1 The steps before the failover take that away; what the cmdlet would say then is not known yet.</source>
        <translation>%1 Die Schritte vor dem Failover räumen das aus dem Weg; was das Cmdlet dann sagen würde, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 If that is what the steps before the failover take away, go on with them, and read this again before the pool is failed over. Otherwise it stands in the way.</source>
        <translation>%1 Wenn es das ist, was die Schritte vor dem Failover aus dem Weg räumen, fahren Sie mit ihnen fort, und lesen Sie dies vor dem Failover des Pools noch einmal. Sonst steht es im Weg.</translation>
    </message>
    <message>
        <source>Trial run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>%1 with -WhatIf, which changes nothing, found nothing that stands in the way.</source>
        <translation>%1 mit -WhatIf, das nichts ändert, fand nichts, was im Weg steht.</translation>
    </message>
    <message>
        <source>%1 with -WhatIf, which changes nothing, refused nothing. How much genuine servers check with it is not published.</source>
        <translation>%1 mit -WhatIf, das nichts ändert, lehnte nichts ab. Wie viel echte Server damit prüfen, ist nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Which cmdlets are offered was asked when the session was opened. The connection is not there now: nothing can be run before it is back.</source>
        <translation>Welche Cmdlets angeboten werden, wurde beim Öffnen der Sitzung gefragt. Die Verbindung besteht jetzt nicht: Bevor sie wieder da ist, kann nichts ausgeführt werden.</translation>
    </message>
    <message>
        <source>Every cmdlet that this may need is offered to the user who is signed in.</source>
        <translation>Jedes Cmdlet, das hierfür gebraucht werden kann, wird dem angemeldeten Benutzer angeboten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 itself is not offered to the user who is signed in, and %n cmdlet(s) in all that this may need.</source>
        <translation>
            <numerusform>%1 selbst wird dem angemeldeten Benutzer nicht angeboten; von den Cmdlets, die hierfür gebraucht werden können, fehlt insgesamt %n.</numerusform>
            <numerusform>%1 selbst wird dem angemeldeten Benutzer nicht angeboten; von den Cmdlets, die hierfür gebraucht werden können, fehlen insgesamt %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cmdlet(s) that this may need are not offered to the user who is signed in. What they would tell is unknown, and what they do has to be run elsewhere.</source>
        <translation>
            <numerusform>%n Cmdlet, das hierfür gebraucht werden kann, wird dem angemeldeten Benutzer nicht angeboten. Was es sagen würde, ist unbekannt, und was es tut, muss woanders ausgeführt werden.</numerusform>
            <numerusform>%n Cmdlets, die hierfür gebraucht werden können, werden dem angemeldeten Benutzer nicht angeboten. Was sie sagen würden, ist unbekannt, und was sie tun, muss woanders ausgeführt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a role that holds them; Get-CsAdminRole shows which ones do. Roles apply to remote sessions only.</source>
        <translation>Bitten Sie um eine Rolle, die sie enthält; Get-CsAdminRole zeigt, welche das sind. Rollen gelten nur für Remotesitzungen.</translation>
    </message>
    <message>
        <source>Or run their lines in the Management Shell on a server, as a member of RTCUniversalServerAdmins.</source>
        <translation>Oder führen Sie ihre Zeilen in der Verwaltungsshell auf einem Server aus, als Mitglied von RTCUniversalServerAdmins.</translation>
    </message>
    <message>
        <source>export of %1</source>
        <translation>Export von %1</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>module, export or import of a pool, and its state</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a state, and what it means</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The export of %1 is not known.</source>
        <translation>Der Export von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The import of %1 is not known.</source>
        <translation>Der Import von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>When it was last read, it was as below.</source>
        <translation>Als er zuletzt gelesen wurde, war es wie unten.</translation>
    </message>
    <message>
        <source>No module is reported for %1.</source>
        <translation>Für %1 ist kein Modul gemeldet.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>modules, export or import of a pool, and what their state means</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Possible cause: %1</source>
        <translation>Mögliche Ursache: %1</translation>
    </message>
    <message>
        <source>While %1 is failed over it hands over nothing that is new, so this does not hinder the failback: look at this direction again afterwards.</source>
        <translation>Solange %1 im Failover ist, übergibt er nichts Neues, sodass dies den Failback nicht hindert: Sehen Sie sich diese Richtung danach noch einmal an.</translation>
    </message>
    <message>
        <source>This direction is not the one that is needed now, but without it %1 is not protected by %2.</source>
        <translation>Diese Richtung wird jetzt nicht gebraucht, aber ohne sie ist %1 nicht durch %2 geschützt.</translation>
    </message>
    <message>
        <source>What has not been handed over is missing on %1 afterwards.</source>
        <translation>Was nicht übergeben wurde, fehlt danach auf %1.</translation>
    </message>
    <message>
        <source>Whether the last changes could be copied to %1 is not known.</source>
        <translation>Ob die letzten Änderungen nach %1 kopiert werden könnten, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The last changes could not be copied to %1: put this right before.</source>
        <translation>Die letzten Änderungen könnten nicht nach %1 kopiert werden: Bringen Sie dies vorher in Ordnung.</translation>
    </message>
    <message>
        <source>What is waiting is copied to %1 before the pool changes hands, and it takes longer accordingly.</source>
        <translation>Was wartet, wird nach %1 kopiert, bevor der Pool übergeben wird; es dauert entsprechend länger.</translation>
    </message>
    <message>
        <source>%1 hands its changes over to %2: every module that applies exports and imports.</source>
        <translation>%1 übergibt seine Änderungen an %2: Jedes Modul, auf das es ankommt, exportiert und importiert.</translation>
    </message>
    <message>
        <source>Replication to the backup pool</source>
        <translation>Replikation zum Sicherungspool</translation>
    </message>
    <message>
        <source>Replication from the backup pool</source>
        <translation>Replikation vom Sicherungspool</translation>
    </message>
    <message>
        <source>Replication is not an archive: what is deleted or damaged on one pool is soon deleted or damaged on the other one too. Export-CsUserData makes an archive.</source>
        <translation>Replikation ist kein Archiv: Was auf einem Pool gelöscht oder beschädigt wird, ist bald auch auf dem anderen gelöscht oder beschädigt. Ein Archiv macht Export-CsUserData.</translation>
    </message>
    <message>
        <source>Backup service of the pool</source>
        <translation>Sicherungsdienst des Pools</translation>
    </message>
    <message>
        <source>A failover without -DisasterMode needs the pool to be up: it is made read-only and its last changes are copied before it changes hands.</source>
        <translation>Ein Failover ohne -DisasterMode setzt voraus, dass der Pool läuft: Er wird schreibgeschützt, und seine letzten Änderungen werden kopiert, bevor er übergeben wird.</translation>
    </message>
    <message>
        <source>Backup service of the backup pool</source>
        <translation>Sicherungsdienst des Sicherungspools</translation>
    </message>
    <message>
        <source>The backup service of %1 does not answer: %2</source>
        <translation>Der Sicherungsdienst von %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>%1 That is what a disaster looks like: what %2 had not handed over by then is missing.</source>
        <translation>%1 So sieht ein Notfall aus: Was %2 bis dahin nicht übergeben hatte, fehlt.</translation>
    </message>
    <message>
        <source>%1 Nothing can be handed over to a pool that does not answer.</source>
        <translation>%1 Einem Pool, der nicht antwortet, kann nichts übergeben werden.</translation>
    </message>
    <message>
        <source>%1 Without it the last changes cannot be copied.</source>
        <translation>%1 Ohne ihn können die letzten Änderungen nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Check on the Front Ends of %1 that the service LYNCBACKUP runs, and look into their event log &quot;Lync Server&quot;.</source>
        <translation>Prüfen Sie auf den Front-Ends von %1, ob der Dienst LYNCBACKUP läuft, und sehen Sie in deren Ereignisprotokoll „Lync Server“ nach.</translation>
    </message>
    <message>
        <source>If %1 is down and will not come back in time, prepare it as a disaster instead: what has not been handed over is lost then.</source>
        <translation>Ist %1 ausgefallen und kommt nicht rechtzeitig wieder, bereiten Sie es stattdessen als Notfall vor: Was nicht übergeben wurde, ist dann verloren.</translation>
    </message>
    <message>
        <source>The backup service of %1 answers; on which machine it is active is not reported.</source>
        <translation>Der Sicherungsdienst von %1 antwortet; auf welchem Rechner er aktiv ist, ist nicht gemeldet.</translation>
    </message>
    <message>
        <source>The backup service of %1 answers; it is active on %2.</source>
        <translation>Der Sicherungsdienst von %1 antwortet; er ist auf %2 aktiv.</translation>
    </message>
    <message>
        <source>%1 It reports errors.</source>
        <translation>%1 Er meldet Fehler.</translation>
    </message>
    <message>
        <source>%1 It reports errors, which tell what of the pool is down. Disaster mode gives up what has not been handed over: if the errors can be mended in time, do it without.</source>
        <translation>%1 Er meldet Fehler, aus denen hervorgeht, was vom Pool ausgefallen ist. Der Notfallmodus gibt auf, was nicht übergeben wurde: Lassen sich die Fehler rechtzeitig beheben, verzichten Sie auf ihn.</translation>
    </message>
    <message>
        <source>%1 The pool is not down, then: disaster mode would give up what has not been handed over; without it that is copied first.</source>
        <translation>%1 Der Pool ist also nicht ausgefallen: Der Notfallmodus gäbe auf, was nicht übergeben wurde; ohne ihn wird es zuerst kopiert.</translation>
    </message>
    <message>
        <source>%1 Only when the SQL Server of an Enterprise Edition pool is down is disaster mode needed all the same.</source>
        <translation>%1 Nur wenn der SQL-Server eines Enterprise-Edition-Pools ausgefallen ist, wird der Notfallmodus trotzdem gebraucht.</translation>
    </message>
    <message>
        <source>While %1 is up, do it without -DisasterMode.</source>
        <translation>Solange %1 läuft, führen Sie es ohne -DisasterMode aus.</translation>
    </message>
    <message>
        <source>Whether the backup service of %1 answers is not known: the Central Management store, which does not answer, is needed to ask it. It is asked again once the store is active there.</source>
        <translation>Ob der Sicherungsdienst von %1 antwortet, ist nicht bekannt: Um ihn zu fragen, wird der zentrale Verwaltungsspeicher gebraucht, der nicht antwortet. Er wird wieder gefragt, wenn der Speicher dort aktiv ist.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverCheckModel</name>
    <message>
        <source>There is no connection now. When it was last read, it was: %1 (%2)</source>
        <comment>verdict, finding</comment>
        <translation>Zurzeit besteht keine Verbindung. Zuletzt gelesen wurde: %1 (%2)</translation>
    </message>
    <message>
        <source>There is no connection now, and it has never been read.</source>
        <translation>Zurzeit besteht keine Verbindung, und gelesen wurde es noch nie.</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>old: %1</source>
        <comment>an age: 2 hours ago</comment>
        <translation>alt: %1</translation>
    </message>
    <message>
        <source>True at %1.</source>
        <translation>Das stimmte um %1.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a check, its verdict</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Never read.</source>
        <translation>Nie gelesen.</translation>
    </message>
    <message>
        <source>Told by: %1</source>
        <translation>Auskunft gab: %1</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverLine</name>
    <message>
        <source>A lab deployment has no %1.</source>
        <translation>Eine Laborbereitstellung hat kein %1.</translation>
    </message>
    <message>
        <source>%1 is not offered here to the user who is signed in: run the line in the Management Shell on a server of the deployment, as somebody whose roles allow it.</source>
        <translation>%1 wird dem angemeldeten Benutzer hier nicht angeboten: Führen Sie die Zeile in der Verwaltungsshell auf einem Server der Bereitstellung aus, als jemand, dessen Rollen es erlauben.</translation>
    </message>
    <message>
        <source>Run it in the Management Shell on a server of %1: the store of the pool on whose server it runs becomes the active one. This session is connected to %2.</source>
        <translation>Führen Sie sie in der Verwaltungsshell auf einem Server von %1 aus: Der Speicher des Pools, auf dessen Server sie läuft, wird der aktive. Diese Sitzung ist mit %2 verbunden.</translation>
    </message>
    <message>
        <source>Run it in the Management Shell on a server of %1 (%2): the store of the pool on whose server it runs becomes the active one. This session is connected to %3.</source>
        <translation>Führen Sie sie in der Verwaltungsshell auf einem Server von %1 (%2) aus: Der Speicher des Pools, auf dessen Server sie läuft, wird der aktive. Diese Sitzung ist mit %3 verbunden.</translation>
    </message>
    <message>
        <source>Run it in the Management Shell on a server of %1.</source>
        <translation>Führen Sie sie in der Verwaltungsshell auf einem Server von %1 aus.</translation>
    </message>
    <message>
        <source> -BackupSqlServerFqdn &lt;SQL Server of %1&gt; -BackupSqlInstanceName &lt;instance&gt;</source>
        <translation> -BackupSqlServerFqdn &lt;SQL Server von %1&gt; -BackupSqlInstanceName &lt;Instanz&gt;</translation>
    </message>
    <message>
        <source>Fill in the SQL Server and the instance that hold the standby copy: the services that the deployment reports do not tell them.</source>
        <translation>Setzen Sie den SQL Server und die Instanz ein, in denen die Bereitschaftskopie liegt: Die gemeldeten Dienste der Bereitstellung sagen sie nicht.</translation>
    </message>
    <message>
        <source>Add -BackupSqlInstanceName unless the standby copy lies in the default instance of %1: the deployment does not report the instance.</source>
        <translation>Fügen Sie -BackupSqlInstanceName hinzu, wenn die Bereitschaftskopie nicht in der Standardinstanz von %1 liegt: Die Bereitstellung meldet die Instanz nicht.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverLosses</name>
    <message>
        <source>%1: %2</source>
        <comment>module, export status</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not reported</source>
        <translation>%1: nicht gemeldet</translation>
    </message>
    <message>
        <source>The backup service of %1 says of its exports: %2. FinalState means that nothing was waiting; any other state does not tell how much was.</source>
        <translation>Der Sicherungsdienst von %1 sagt über seine Exporte: %2. FinalState heißt, dass nichts wartete; jeder andere Zustand sagt nicht, wie viel.</translation>
    </message>
    <message>
        <source>How much %1 had not handed over to %2 is not known. All that has not arrived there is lost.</source>
        <translation>Wie viel %1 nicht an %2 übergeben hatte, ist nicht bekannt. Alles, was dort nicht angekommen ist, ist verloren.</translation>
    </message>
    <message>
        <source>Nothing: all that %1 has was handed over to %2.</source>
        <translation>Nichts: Alles, was %1 hat, wurde an %2 übergeben.</translation>
    </message>
    <message>
        <source>The preview could not tell: %1</source>
        <translation>Die Vorschau konnte es nicht sagen: %1</translation>
    </message>
    <message>
        <source>Nothing is lost at this moment: %2 has all documents and conference files that %1 holds of the users of %3.</source>
        <translation>In diesem Augenblick geht nichts verloren: %2 hat alle Dokumente und Konferenzdateien der Benutzer von %3, die auf %1 sind.</translation>
    </message>
    <message>
        <source>The last backup was at %1.</source>
        <translation>Die letzte Sicherung war um %1.</translation>
    </message>
    <message>
        <source>They stay on %1: a failback takes them along if its stores are still there.</source>
        <translation>Sie bleiben auf %1: Ein Failback nimmt sie mit, wenn dessen Speicher dann noch da sind.</translation>
    </message>
    <message>
        <source>They stay on %1: the exchange after the failback takes them along if its stores are still there.</source>
        <translation>Sie bleiben auf %1: Der Austausch nach dem Failback nimmt sie mit, wenn dessen Speicher dann noch da sind.</translation>
    </message>
    <message>
        <source>Documents of the users of %1 that were changed on %2 and are not on %3: %4.</source>
        <translation>Dokumente der Benutzer von %1, die auf %2 geändert wurden und nicht auf %3 sind: %4.</translation>
    </message>
    <message>
        <source>They were changed since %1, the time of the last backup.</source>
        <translation>Sie wurden seit %1 geändert, dem Zeitpunkt der letzten Sicherung.</translation>
    </message>
    <message>
        <source>There has been no backup from %1 to %2 yet.</source>
        <translation>Es gab noch keine Sicherung von %1 auf %2.</translation>
    </message>
    <message>
        <source>All that was changed there since %1, the time of the last backup, is not on %2.</source>
        <translation>Alles, was dort seit %1, dem Zeitpunkt der letzten Sicherung, geändert wurde, ist nicht auf %2.</translation>
    </message>
    <message>
        <source>How many documents of the users of %1 are lost is not known, because the user store of %2 cannot be read.</source>
        <translation>Wie viele Dokumente der Benutzer von %1 verloren gehen, ist nicht bekannt, weil der Benutzerspeicher von %2 nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Documents of these users that %1 has: %2.</source>
        <translation>Dokumente dieser Benutzer, die %1 hat: %2.</translation>
    </message>
    <message>
        <source>Conference files of %1 that are on %2 and not, or not in this version, on %3: %4.</source>
        <translation>Konferenzdateien von %1, die auf %2 sind und nicht oder nicht in dieser Fassung auf %3: %4.</translation>
    </message>
    <message>
        <source>They were changed since %1, the time of the last backup of conference content.</source>
        <translation>Sie wurden seit %1 geändert, dem Zeitpunkt der letzten Sicherung von Konferenzinhalten.</translation>
    </message>
    <message>
        <source>There has been no backup of conference content from %1 to %2 yet.</source>
        <translation>Es gab noch keine Sicherung von Konferenzinhalten von %1 auf %2.</translation>
    </message>
    <message>
        <source>All files that were put or changed there since %1, the time of the last backup of conference content, are not on %2.</source>
        <translation>Alle Dateien, die dort seit %1, dem Zeitpunkt der letzten Sicherung von Konferenzinhalten, abgelegt oder geändert wurden, sind nicht auf %2.</translation>
    </message>
    <message>
        <source>How many conference files of %1 are lost is not known, because the conference content on %2 cannot be read.</source>
        <translation>Wie viele Konferenzdateien von %1 verloren gehen, ist nicht bekannt, weil die Konferenzinhalte auf %2 nicht gelesen werden können.</translation>
    </message>
    <message>
        <source>Conference files of this pool that %1 has: %2.</source>
        <translation>Konferenzdateien dieses Pools, die %1 hat: %2.</translation>
    </message>
    <message>
        <source>Nothing is lost: the Central Management store on %1 can be read, and what %2 lacks is copied first.</source>
        <translation>Nichts geht verloren: Der zentrale Verwaltungsspeicher auf %1 kann gelesen werden, und was %2 fehlt, wird zuerst kopiert.</translation>
    </message>
    <message>
        <source>Documents that %1 lacks: %2.</source>
        <translation>Dokumente, die %1 fehlen: %2.</translation>
    </message>
    <message>
        <source>All that was published or configured since %1, the time of the last backup, is not on %2.</source>
        <translation>Alles, was seit %1, dem Zeitpunkt der letzten Sicherung, veröffentlicht oder konfiguriert wurde, ist nicht auf %2.</translation>
    </message>
    <message>
        <source>There has been no backup of it to %1 yet.</source>
        <translation>Er wurde noch nie auf %1 gesichert.</translation>
    </message>
    <message>
        <source>How much of the Central Management store is lost is not known, because the one on %1 cannot be read.</source>
        <translation>Wie viel vom zentralen Verwaltungsspeicher verloren geht, ist nicht bekannt, weil der auf %1 nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Documents that %1 has: %2.</source>
        <translation>Dokumente, die %1 hat: %2.</translation>
    </message>
    <message>
        <source>No local replica that can be read has anything newer.</source>
        <translation>Kein lokales Replikat, das gelesen werden kann, hat etwas Neueres.</translation>
    </message>
    <message>
        <source>At least these are lost, because the local replica of %1 has them and %2 does not: %3.</source>
        <translation>Mindestens diese gehen verloren, denn das lokale Replikat von %1 hat sie und %2 nicht: %3.</translation>
    </message>
    <message>
        <source>Of these have the same size there and another time, so that they may be the same: %1.</source>
        <translation>Davon haben dort dieselbe Größe und eine andere Zeit, sodass sie dieselben sein können: %1.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverPage</name>
    <message>
        <source>Readiness, run and operations</source>
        <translation>Bereitschaft, Ablauf und Vorgänge</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Fail&amp;over</source>
        <translation>&amp;Failover</translation>
    </message>
    <message>
        <source>Choose a pool first.</source>
        <translation>Wählen Sie zuerst einen Pool.</translation>
    </message>
    <message>
        <source>There is no connection to the deployment.</source>
        <translation>Es besteht keine Verbindung zur Bereitstellung.</translation>
    </message>
    <message>
        <source>There is no folder in which the operation could be written down.</source>
        <translation>Es gibt keinen Ordner, in dem der Vorgang festgehalten werden könnte.</translation>
    </message>
    <message>
        <source>The checks are being read.</source>
        <translation>Die Prüfungen werden gelesen.</translation>
    </message>
    <message>
        <source>This is under way already: %1. Go on with it, or end it first.</source>
        <translation>Dies ist schon im Gange: %1. Fahren Sie damit fort, oder beenden Sie es zuerst.</translation>
    </message>
    <message>
        <source>Checks stand in the way. Do what they say, and read them again.</source>
        <translation>Prüfungen stehen im Weg. Tun Sie, was sie sagen, und lesen Sie sie neu.</translation>
    </message>
    <message>
        <source>The pool has no backup pool, or it is not known.</source>
        <translation>Der Pool hat keinen Sicherungspool, oder er ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Select an operation that has not ended, in the list of operations.</source>
        <translation>Wählen Sie in der Liste der Vorgänge einen aus, der nicht beendet ist.</translation>
    </message>
    <message>
        <source>It belongs to another deployment. Open that one first.</source>
        <translation>Er gehört zu einer anderen Bereitstellung. Öffnen Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Another process goes on with it. End that one first, or go on there.</source>
        <translation>Ein anderer Prozess fährt damit fort. Beenden Sie zuerst diesen, oder fahren Sie dort fort.</translation>
    </message>
    <message>
        <source>An operation is being opened.</source>
        <translation>Ein Vorgang wird geöffnet.</translation>
    </message>
    <message>
        <source>Select an operation first.</source>
        <translation>Wählen Sie zuerst einen Vorgang aus.</translation>
    </message>
    <message>
        <source>No guided operation is under way here.</source>
        <translation>Hier ist kein geführter Vorgang im Gange.</translation>
    </message>
    <message>
        <source>The operation has ended.</source>
        <translation>Der Vorgang ist beendet.</translation>
    </message>
    <message>
        <source>Something of it is under way.</source>
        <translation>Etwas davon ist gerade im Gange.</translation>
    </message>
    <message>
        <source>Every step is reached or left out.</source>
        <translation>Jeder Schritt ist erreicht oder ausgelassen.</translation>
    </message>
    <message>
        <source>This step is run on another server: copy its command line.</source>
        <translation>Dieser Schritt wird auf einem anderen Server ausgeführt: Kopieren Sie seine Befehlszeile.</translation>
    </message>
    <message>
        <source>This step is run from here.</source>
        <translation>Dieser Schritt wird von hier aus ausgeführt.</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>Dieser Schritt kann nicht ausgelassen werden.</translation>
    </message>
    <message>
        <source>Nothing of it runs now.</source>
        <translation>Nichts davon läuft gerade.</translation>
    </message>
    <message>
        <source>The step has no job.</source>
        <translation>Der Schritt hat keinen Auftrag.</translation>
    </message>
    <message>
        <source>Wait &amp;until it is reached</source>
        <translation>A&amp;uf das Erreichen warten</translation>
    </message>
    <message>
        <source>R&amp;un the step…</source>
        <translation>Schritt a&amp;usführen …</translation>
    </message>
    <message>
        <source>This has not been finished: %1.</source>
        <translation>Dies ist nicht abgeschlossen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n guided operation(s) have not been finished.</source>
        <translation>
            <numerusform>%n geführter Vorgang ist nicht abgeschlossen.</numerusform>
            <numerusform>%n geführte Vorgänge sind nicht abgeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;it</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>The step was not run: the operation has changed since the question was asked.</source>
        <translation>Der Schritt wurde nicht ausgeführt: Der Vorgang hat sich geändert, seit gefragt wurde.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverQuestions</name>
    <message>
        <source>This gives up data. It is meant for a pool that is down and does not come back in time.</source>
        <translation>Damit werden Daten aufgegeben. Das ist für einen Pool gedacht, der ausgefallen ist und nicht rechtzeitig wiederkommt.</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <comment>a step</comment>
        <translation>%1 (freiwillig)</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>title of a step</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>&amp;Fail over now</source>
        <translation>Jetzt Fail&amp;over ausführen</translation>
    </message>
    <message>
        <source>&amp;Fail back now</source>
        <translation>Jetzt Fail&amp;back ausführen</translation>
    </message>
    <message>
        <source>Run the step</source>
        <translation>Schritt ausführen</translation>
    </message>
    <message>
        <source>The point of no return may have been passed. Stopping takes nothing back then: the pool may stay between the two, with the pool state FailingOver, and its users may be served by neither. After stopping, the page says what is true and what to run next.</source>
        <translation>Der Punkt ohne Wiederkehr ist vielleicht überschritten. Dann nimmt das Anhalten nichts zurück: Der Pool bleibt vielleicht zwischen beiden stehen, im Poolzustand FailingOver, und seine Benutzer bedient dann womöglich keiner. Nach dem Anhalten sagt die Seite, was der Fall ist und was als Nächstes auszuführen ist.</translation>
    </message>
    <message>
        <source>The users have not changed hands. What the command has done until now stays done; the page says afterwards what is true, and the step can be run again.</source>
        <translation>Die Benutzer wurden nicht übergeben. Was der Befehl bis jetzt getan hat, bleibt getan; die Seite sagt danach, was der Fall ist, und der Schritt kann noch einmal ausgeführt werden.</translation>
    </message>
    <message>
        <source>Stop the step</source>
        <translation>Den Schritt anhalten</translation>
    </message>
    <message>
        <source>Stop &quot;%1&quot;?</source>
        <translation>„%1“ anhalten?</translation>
    </message>
    <message>
        <source>&amp;Stop the step</source>
        <translation>Schritt &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>These steps are not reached: %1.</source>
        <comment>a list</comment>
        <translation>Diese Schritte sind nicht erreicht: %1.</translation>
    </message>
    <message>
        <source>The pool may have changed hands. Ending the operation takes nothing back; the record says how the pools are then, and that it is not complete.</source>
        <translation>Der Pool wurde vielleicht übergeben. Den Vorgang zu beenden nimmt nichts zurück; der Nachweis sagt, wie es dann um die Pools steht und dass er nicht vollständig ist.</translation>
    </message>
    <message>
        <source>The users have not changed hands. Steps that were done stay done, next hops of Edge pools for example; the record says so, and that the operation is not complete.</source>
        <translation>Die Benutzer wurden nicht übergeben. Schritte, die getan sind, bleiben getan, etwa die nächsten Hops von Edgepools; der Nachweis sagt das und dass der Vorgang nicht vollständig ist.</translation>
    </message>
    <message>
        <source>An operation that has ended cannot be gone on with. To go on later, just leave it.</source>
        <translation>Mit einem beendeten Vorgang kann nicht fortgefahren werden. Um später fortzufahren, verlassen Sie ihn einfach.</translation>
    </message>
    <message>
        <source>End the operation</source>
        <translation>Den Vorgang beenden</translation>
    </message>
    <message>
        <source>End it although it is not complete?</source>
        <translation>Den Vorgang beenden, obwohl er nicht vollständig ist?</translation>
    </message>
    <message>
        <source>&amp;End it</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>B&amp;ehalten</translation>
    </message>
    <message>
        <source>No data of users is lost: what was not copied yet is copied before they change hands.</source>
        <translation>Daten der Benutzer gehen nicht verloren: Was noch nicht kopiert wurde, wird kopiert, bevor die Benutzer übergeben werden.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverStep</name>
    <message>
        <source>Make %1 the next hop of the Edge pool %2</source>
        <translation>%1 zum nächsten Hop des Edgepools %2 machen</translation>
    </message>
    <message>
        <source>Users outside come in through the Edge pool %1. As long as its next hop is %2, Invoke-CsPoolFailOver refuses the pool, and users outside would reach nobody.</source>
        <translation>Benutzer von außen kommen über den Edgepool %1 herein. Solange sein nächster Hop %2 ist, lehnt Invoke-CsPoolFailOver den Pool ab, und Benutzer von außen erreichten niemanden.</translation>
    </message>
    <message>
        <source>Users outside come in through %1 to %2 from then on. The next hop can be set back at any time.</source>
        <translation>Von da an kommen Benutzer von außen über %1 zu %2. Der nächste Hop kann jederzeit zurückgestellt werden.</translation>
    </message>
    <message>
        <source>Find out the next hop of the Edge pool %1</source>
        <translation>Den nächsten Hop des Edgepools %1 herausfinden</translation>
    </message>
    <message>
        <source>The deployment does not report the next hop of the Edge pool %1. If it is %2, it has to lead elsewhere before: Invoke-CsPoolFailOver refuses the pool otherwise.</source>
        <translation>Die Bereitstellung meldet den nächsten Hop des Edgepools %1 nicht. Ist es %2, so muss er vorher woandershin führen: Invoke-CsPoolFailOver lehnt den Pool sonst ab.</translation>
    </message>
    <message>
        <source>Find out which Edge pools have %1 as their next hop</source>
        <translation>Herausfinden, welche Edgepools %1 als nächsten Hop haben</translation>
    </message>
    <message>
        <source>The services of the deployment could not be read. Invoke-CsPoolFailOver refuses a pool to which the next hop of an Edge pool leads.</source>
        <translation>Die Dienste der Bereitstellung konnten nicht gelesen werden. Invoke-CsPoolFailOver lehnt einen Pool ab, zu dem der nächste Hop eines Edgepools führt.</translation>
    </message>
    <message>
        <source>Make %1 the next hop of the Edge pool %2 again</source>
        <translation>%1 wieder zum nächsten Hop des Edgepools %2 machen</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 was moved for the failover. It need not be moved back: with %2 as the next hop users outside are served as well.</source>
        <translation>Der nächste Hop des Edgepools %1 wurde für den Failover verlegt. Er muss nicht zurückverlegt werden: Auch mit %2 als nächstem Hop werden Benutzer von außen bedient.</translation>
    </message>
    <message>
        <source>Users outside come in through %1 to %2 from then on.</source>
        <translation>Von da an kommen Benutzer von außen über %1 zu %2.</translation>
    </message>
    <message>
        <source>Make the Central Management store on %1 the active one</source>
        <translation>Den zentralen Verwaltungsspeicher auf %1 zum aktiven machen</translation>
    </message>
    <message>
        <source>%1, which is down, hosts the active Central Management store. Without it neither a next hop can be changed nor a pool failed over, so it is moved first; it need not be moved back.</source>
        <translation>%1 ist ausgefallen und hat den aktiven zentralen Verwaltungsspeicher. Ohne ihn kann weder ein nächster Hop geändert noch ein Failover eines Pools ausgeführt werden, deshalb wird er zuerst verlegt; zurückverlegt werden muss er nicht.</translation>
    </message>
    <message>
        <source>Invoke-CsPoolFailOver needs an active Central Management store that answers, so the one on %1 is moved before the pool; it need not be moved back.</source>
        <translation>Invoke-CsPoolFailOver braucht einen aktiven zentralen Verwaltungsspeicher, der antwortet, deshalb wird der auf %1 vor dem Pool verlegt; zurückverlegt werden muss er nicht.</translation>
    </message>
    <message>
        <source>The topology and the configuration are published on %1 from then on. Changes of the configuration that had not been copied there from %2 are lost.</source>
        <translation>Topologie und Konfiguration werden von da an auf %1 veröffentlicht. Änderungen der Konfiguration, die nicht von %2 dorthin kopiert waren, sind verloren.</translation>
    </message>
    <message>
        <source>The topology and the configuration are published on %1 from then on. Only another failover of the store moves it back.</source>
        <translation>Topologie und Konfiguration werden von da an auf %1 veröffentlicht. Nur ein weiterer Failover des Speichers verlegt ihn zurück.</translation>
    </message>
    <message>
        <source>No Central Management store is reported to be active, as when the active one was on %1, which is down: %1 and %2 hold its two copies. Invoke-CsPoolFailOver needs a store that answers, so it is moved before the pool; it need not be moved back.</source>
        <translation>Kein zentraler Verwaltungsspeicher wird als aktiv gemeldet, wie wenn der aktive auf %1 lag, das ausgefallen ist: %1 und %2 haben seine beiden Kopien. Invoke-CsPoolFailOver braucht einen Speicher, der antwortet, deshalb wird er vor dem Pool verlegt; zurückverlegt werden muss er nicht.</translation>
    </message>
    <message>
        <source>Find out which pool hosts the active Central Management store</source>
        <translation>Herausfinden, welcher Pool den aktiven zentralen Verwaltungsspeicher hat</translation>
    </message>
    <message>
        <source>It could not be read which pool hosts the active Central Management store. If it is %1, the store has to be moved before the pool.</source>
        <translation>Es konnte nicht gelesen werden, welcher Pool den aktiven zentralen Verwaltungsspeicher hat. Ist es %1, so muss der Speicher vor dem Pool verlegt werden.</translation>
    </message>
    <message>
        <source>Bring the replicas of the Central Management store up to date</source>
        <translation>Die Replikate des zentralen Verwaltungsspeichers auf den aktuellen Stand bringen</translation>
    </message>
    <message>
        <source>Every server works with its own replica of the configuration: before the pool is failed over, each of them has to know what has changed. The replicas of %1 are left out, because the pool is down.</source>
        <translation>Jeder Server arbeitet mit seinem eigenen Replikat der Konfiguration: Vor dem Failover des Pools muss jeder wissen, was sich geändert hat. Die Replikate von %1 bleiben außer Acht, weil der Pool ausgefallen ist.</translation>
    </message>
    <message>
        <source>Every server works with its own replica of the configuration: before the pool is failed over, each of them has to know what has changed.</source>
        <translation>Jeder Server arbeitet mit seinem eigenen Replikat der Konfiguration: Vor dem Failover des Pools muss jeder wissen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>The replicas get the configuration as it is in the active store; nothing else changes.</source>
        <translation>Die Replikate bekommen die Konfiguration, wie sie im aktiven Speicher steht; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Fail over %1 to %2</source>
        <translation>Failover von %1 auf %2</translation>
    </message>
    <message>
        <source>%1 is down: %2 is to serve its users with the data that it has.</source>
        <translation>%1 ist ausgefallen: %2 soll seine Benutzer mit den Daten bedienen, die es hat.</translation>
    </message>
    <message>
        <source>%2 serves the users of %1 from then on. What %1 had not handed over to %2 is not there. It cannot be taken back by cancelling: the way back is a failback.</source>
        <translation>%2 bedient von da an die Benutzer von %1. Was %1 nicht an %2 übergeben hatte, ist dort nicht vorhanden. Durch Abbrechen lässt es sich nicht zurücknehmen: Der Rückweg ist ein Failback.</translation>
    </message>
    <message>
        <source>%1 is made read-only, its last changes are copied to %2, and %2 serves its users. The pool has to be up for that.</source>
        <translation>%1 wird schreibgeschützt, seine letzten Änderungen werden nach %2 kopiert, und %2 bedient seine Benutzer. Dazu muss der Pool arbeiten.</translation>
    </message>
    <message>
        <source>The users of %1 are signed out and in again on %2; meanwhile they cannot change their contacts. Once the pool has changed hands it cannot be taken back by cancelling: the way back is a failback.</source>
        <translation>Die Benutzer von %1 werden abgemeldet und auf %2 wieder angemeldet; währenddessen können sie ihre Kontakte nicht ändern. Ist der Pool übergeben, lässt es sich durch Abbrechen nicht zurücknehmen: Der Rückweg ist ein Failback.</translation>
    </message>
    <message>
        <source>Fail back %1 from %2</source>
        <translation>Failback von %1 von %2</translation>
    </message>
    <message>
        <source>%2 is down: %1 is to serve its users again with the data that it has.</source>
        <translation>%2 ist ausgefallen: %1 soll seine Benutzer wieder mit den Daten bedienen, die es hat.</translation>
    </message>
    <message>
        <source>%1 serves its users from then on. What they changed on %2 and was not handed over to %1 is not there. It cannot be taken back by cancelling.</source>
        <translation>%1 bedient von da an seine Benutzer. Was sie auf %2 geändert haben und nicht an %1 übergeben wurde, ist dort nicht vorhanden. Durch Abbrechen lässt es sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>What the users changed on %2 is copied to %1, and %1 serves them again.</source>
        <translation>Was die Benutzer auf %2 geändert haben, wird nach %1 kopiert, und %1 bedient sie wieder.</translation>
    </message>
    <message>
        <source>The users are signed out and in again on %1. Once the pool has changed hands it cannot be taken back by cancelling.</source>
        <translation>Die Benutzer werden abgemeldet und auf %1 wieder angemeldet. Ist der Pool übergeben, lässt es sich durch Abbrechen nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Restore the conference content of %1 from %2</source>
        <translation>Die Konferenzinhalte von %1 von %2 wiederherstellen</translation>
    </message>
    <message>
        <source>Conference content that %1 lost in a disaster comes back from %2, not with the failback itself. The synchronisation is run for the backup pool.</source>
        <translation>Konferenzinhalte, die %1 in einem Notfall verloren hat, kommen von %2 zurück, nicht mit dem Failback selbst. Die Synchronisierung wird für den Sicherungspool ausgeführt.</translation>
    </message>
    <message>
        <source>Conference content that %1 lacks is copied there from %2; nothing is deleted.</source>
        <translation>Konferenzinhalte, die %1 fehlen, werden von %2 dorthin kopiert; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Verify both directions between %1 and %2</source>
        <translation>Beide Richtungen zwischen %1 und %2 prüfen</translation>
    </message>
    <message>
        <source>%1 serves its users again. What can be verified while %2 is down is verified; the rest is said.</source>
        <translation>%1 bedient seine Benutzer wieder. Was sich prüfen lässt, während %2 ausgefallen ist, wird geprüft; das Übrige wird gesagt.</translation>
    </message>
    <message>
        <source>Only when both pools export and import again, is either of them protected by the other one.</source>
        <translation>Erst wenn beide Pools wieder exportieren und importieren, ist jeder durch den anderen geschützt.</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverStepModel</name>
    <message>
        <source>%1. %2 (optional)</source>
        <comment>number, step</comment>
        <translation>%1. %2 (freiwillig)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, the current step</source>
        <translation>%1, der aktuelle Schritt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>cspool::FailoverText</name>
    <message>
        <source>Disaster failover</source>
        <translation>Notfallfailover</translation>
    </message>
    <message>
        <source>Planned failover</source>
        <translation>Geplanter Failover</translation>
    </message>
    <message>
        <source>Failback, backup pool down</source>
        <translation>Failback, Sicherungspool ausgefallen</translation>
    </message>
    <message>
        <source>Failback</source>
        <translation>Failback</translation>
    </message>
    <message>
        <source>The pool must be up and reachable: it is made read-only and its last changes are copied first, so that no data of users is lost. &quot;Automatic failover and failback for Voice&quot; of the pairing does not do this: it fails no pool over.</source>
        <translation>Der Pool muss laufen und erreichbar sein: Er wird schreibgeschützt, und seine letzten Änderungen werden zuerst kopiert, sodass keine Daten von Benutzern verloren gehen. „Automatic failover and failback for Voice“ der Poolpaarung tut das nicht: Es führt für keinen Pool einen Failover aus.</translation>
    </message>
    <message>
        <source>Only for a pool that is down and does not come back in time: what it had not yet copied to its backup pool is lost. If the pool is up, choose the planned failover.</source>
        <translation>Nur für einen Pool, der ausgefallen ist und nicht rechtzeitig wiederkommt: Was er noch nicht zu seinem Sicherungspool kopiert hatte, ist verloren. Wenn der Pool läuft, wählen Sie den geplanten Failover.</translation>
    </message>
    <message>
        <source>The pool and its backup pool must both be up: what users changed meanwhile is copied back before the pool serves them again.</source>
        <translation>Der Pool und sein Sicherungspool müssen beide laufen: Was Benutzer inzwischen geändert haben, wird zurückkopiert, bevor der Pool sie wieder bedient.</translation>
    </message>
    <message>
        <source>Only when the backup pool, which serves the users now, is down and does not come back in time: what users changed since the failover is lost.</source>
        <translation>Nur wenn der Sicherungspool, der die Benutzer jetzt bedient, ausgefallen ist und nicht rechtzeitig wiederkommt: Was Benutzer seit dem Failover geändert haben, ist verloren.</translation>
    </message>
    <message>
        <source>Disaster failover of %1</source>
        <translation>Notfallfailover von %1</translation>
    </message>
    <message>
        <source>Planned failover of %1</source>
        <translation>Geplanter Failover von %1</translation>
    </message>
    <message>
        <source>Failback of %1 without its backup pool</source>
        <translation>Failback von %1 ohne seinen Sicherungspool</translation>
    </message>
    <message>
        <source>Failback of %1</source>
        <translation>Failback von %1</translation>
    </message>
    <message>
        <source>Begin the disaster failover of %1?</source>
        <translation>Den Notfallfailover von %1 beginnen?</translation>
    </message>
    <message>
        <source>Begin the planned failover of %1?</source>
        <translation>Den geplanten Failover von %1 beginnen?</translation>
    </message>
    <message>
        <source>Begin the failback of %1 without its backup pool?</source>
        <translation>Den Failback von %1 ohne seinen Sicherungspool beginnen?</translation>
    </message>
    <message>
        <source>Begin the failback of %1?</source>
        <translation>Den Failback von %1 beginnen?</translation>
    </message>
    <message>
        <source>&amp;Begin the disaster failover</source>
        <translation>Notfallfailover &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin the planned failover</source>
        <translation>Geplanten Failover &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin the failback with losses</source>
        <translation>Failback mit Verlusten &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin the failback</source>
        <translation>Failback &amp;beginnen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Runs…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Is checked…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
</context>
<context>
    <name>cspool::FailureText</name>
    <message>
        <source>it did not say why.</source>
        <translation>es sagte nicht, warum.</translation>
    </message>
</context>
<context>
    <name>cspool::FileStore</name>
    <message>
        <source>If the disk or share is only disconnected, connect it again at %1 and run the command again. Nothing was deleted anywhere.</source>
        <translation>Ist die Festplatte oder Freigabe nur getrennt, verbinden Sie sie wieder unter %1, und führen Sie den Befehl noch einmal aus. Es wurde nirgends etwas gelöscht.</translation>
    </message>
    <message>
        <source>its name is not valid text</source>
        <translation>ihr Name ist kein gültiger Text</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>sie ist eine symbolische Verknüpfung</translation>
    </message>
    <message>
        <source>it is neither a file nor a folder</source>
        <translation>sie ist weder eine Datei noch ein Ordner</translation>
    </message>
    <message>
        <source>There is a file store at %1 already.</source>
        <translation>Unter %1 gibt es bereits einen Dateispeicher.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty, so no file store is made in it anew.</source>
        <translation>Der Ordner %1 ist nicht leer, deshalb wird darin kein Dateispeicher neu angelegt.</translation>
    </message>
    <message>
        <source>Move what is in the folder elsewhere, then run the command again.</source>
        <translation>Verschieben Sie, was im Ordner ist, an einen anderen Ort, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>The file store %1 is missing.</source>
        <translation>Der Dateispeicher %1 fehlt.</translation>
    </message>
    <message>
        <source>The folder %1 is there, but it does not hold the file store: its identity file .cspool/identity is missing or cannot be read.</source>
        <translation>Der Ordner %1 ist da, enthält aber nicht den Dateispeicher: Seine Identitätsdatei .cspool/identity fehlt oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The folder %1 holds another file store than the one that its index %2 belongs to.</source>
        <translation>Der Ordner %1 enthält einen anderen Dateispeicher als den, zu dem sein Index %2 gehört.</translation>
    </message>
    <message>
        <source>The folder %1 is a symbolic link, which is not followed.</source>
        <translation>Der Ordner %1 ist eine symbolische Verknüpfung; ihr wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 is not backed up: %2.</source>
        <translation>%1 wird nicht gesichert: %2.</translation>
    </message>
    <message>
        <source>not everything in it could be removed</source>
        <translation>es konnte nicht alles darin entfernt werden</translation>
    </message>
    <message>
        <source>the folder could not be made</source>
        <translation>der Ordner konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the disk, then run the command again.</source>
        <translation>Prüfen Sie den freien Platz und die Berechtigungen der Festplatte, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check that the file can be opened by the account that runs this program, then run the command again.</source>
        <translation>Prüfen Sie, ob das Konto, unter dem dieses Programm läuft, die Datei öffnen kann, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 was changed while it was being copied.</source>
        <translation>%1 wurde während des Kopierens geändert.</translation>
    </message>
    <message>
        <source>It is copied by the next run, when the program that writes it has finished.</source>
        <translation>Der nächste Lauf kopiert die Datei, wenn das schreibende Programm fertig ist.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Festplatte ist voll</translation>
    </message>
    <message>
        <source>what was read back is not what was written</source>
        <translation>was zurückgelesen wurde, ist nicht das, was geschrieben wurde</translation>
    </message>
    <message>
        <source>%1 was not copied: the folder %2 is a symbolic link, which is not followed.</source>
        <translation>%1 wurde nicht kopiert: Der Ordner %2 ist eine symbolische Verknüpfung; ihr wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Replace the link by the folder that it points at, then run the command again.</source>
        <translation>Ersetzen Sie die Verknüpfung durch den Ordner, auf den sie zeigt, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>cspool::FileSync</name>
    <message>
        <source>%1 could not be written to the disk: %2.</source>
        <translation>%1 konnte nicht auf die Festplatte geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check the free space, the state and the permissions of the disk, then run the command again.</source>
        <translation>Prüfen Sie den freien Platz, den Zustand und die Berechtigungen der Festplatte, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>cspool::FindBar</name>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>Vorigen Treffer suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>Nächsten Treffer suchen (F3)</translation>
    </message>
    <message>
        <source>F&amp;ind in the report:</source>
        <translation>&amp;Im Bericht suchen:</translation>
    </message>
    <message>
        <source>Find in the report</source>
        <translation>Im Bericht suchen</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2, past the end of the report</source>
        <translation>%1 von %2, über das Ende des Berichts hinaus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
</context>
<context>
    <name>cspool::Fqdn</name>
    <message>
        <source>there is a space at character %1</source>
        <translation>an Stelle %1 steht ein Leerzeichen</translation>
    </message>
    <message>
        <source>there is an underscore at character %1, which host names cannot contain</source>
        <translation>an Stelle %1 steht ein Unterstrich, den Hostnamen nicht enthalten dürfen</translation>
    </message>
    <message>
        <source>character %1 is not one of the letters a to z, digits and hyphens; write an international name in its &quot;xn--&quot; form</source>
        <translation>das Zeichen an Stelle %1 ist keiner der Buchstaben a bis z, keine Ziffer und kein Bindestrich; schreiben Sie einen internationalen Namen in seiner „xn--“-Form</translation>
    </message>
    <message>
        <source>character %1, &quot;%2&quot;, is not a letter, digit or hyphen</source>
        <translation>das Zeichen an Stelle %1, „%2“, ist kein Buchstabe, keine Ziffer und kein Bindestrich</translation>
    </message>
    <message>
        <source>the part &quot;%1&quot; has %2 characters; at most 63 are allowed between two dots</source>
        <translation>der Teil „%1“ hat %2 Zeichen; zwischen zwei Punkten sind höchstens 63 erlaubt</translation>
    </message>
    <message>
        <source>the part &quot;%1&quot; begins with a hyphen</source>
        <translation>der Teil „%1“ beginnt mit einem Bindestrich</translation>
    </message>
    <message>
        <source>the part &quot;%1&quot; ends with a hyphen</source>
        <translation>der Teil „%1“ endet mit einem Bindestrich</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it begins with a dot</source>
        <translation>er beginnt mit einem Punkt</translation>
    </message>
    <message>
        <source>there is nothing between the dots at character %1</source>
        <translation>zwischen den Punkten an Stelle %1 steht nichts</translation>
    </message>
    <message>
        <source>it has no domain, as in &quot;%1.example.com&quot;</source>
        <translation>er hat keine Domäne wie in „%1.example.com“</translation>
    </message>
    <message>
        <source>it has %1 characters; at most 253 are allowed</source>
        <translation>er hat %1 Zeichen; höchstens 253 sind erlaubt</translation>
    </message>
    <message>
        <source>it is an IP address</source>
        <translation>er ist eine IP-Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a fully qualified domain name: %2.</source>
        <translation>„%1“ ist kein vollqualifizierter Domänenname: %2.</translation>
    </message>
    <message>
        <source>Give the full name of the pool or server, for example &quot;atl-cs-001.litwareinc.com&quot;.</source>
        <translation>Geben Sie den vollen Namen des Pools oder Servers an, zum Beispiel „atl-cs-001.litwareinc.com“.</translation>
    </message>
</context>
<context>
    <name>cspool::GetAdminRole</name>
    <message>
        <source>There is no role &quot;%1&quot;.</source>
        <translation>Es gibt keine Rolle „%1“.</translation>
    </message>
    <message>
        <source>Get-CsAdminRole without a parameter lists all roles.</source>
        <translation>Get-CsAdminRole ohne Parameter listet alle Rollen auf.</translation>
    </message>
</context>
<context>
    <name>cspool::GetBackupServiceStatus</name>
    <message>
        <source>A lab deployment has no modules of the category %1.</source>
        <translation>Eine Laborbereitstellung hat keine Module der Kategorie %1.</translation>
    </message>
    <message>
        <source>Use the category UserData or CMS, or leave -Category out.</source>
        <translation>Verwenden Sie die Kategorie UserData oder CMS, oder lassen Sie -Category weg.</translation>
    </message>
    <message>
        <source>%1, export: %2</source>
        <translation>%1, Export: %2</translation>
    </message>
    <message>
        <source>%1, import: %2</source>
        <translation>%1, Import: %2</translation>
    </message>
    <message>
        <source>%1: still to be exported: %2</source>
        <translation>%1: noch zu exportieren: %2</translation>
    </message>
</context>
<context>
    <name>cspool::GetManagementStoreReplicationStatus</name>
    <message>
        <source>There is no replica of the Central Management store on %1.</source>
        <translation>Auf %1 gibt es kein Replikat des zentralen Verwaltungsspeichers.</translation>
    </message>
    <message>
        <source>In a lab deployment every pool with user services has one: Get-CsManagementStoreReplicationStatus without a parameter lists them.</source>
        <translation>In einer Laborbereitstellung hat jeder Pool mit Benutzerdiensten eines: Get-CsManagementStoreReplicationStatus ohne Parameter listet sie auf.</translation>
    </message>
</context>
<context>
    <name>cspool::GetPool</name>
    <message>
        <source>No pool of the topology is in the site &quot;%1&quot;.</source>
        <translation>Kein Pool der Topologie ist am Standort „%1“.</translation>
    </message>
    <message>
        <source>Get-CsPool without a parameter lists all pools with their sites.</source>
        <translation>Get-CsPool ohne Parameter listet alle Pools mit ihren Standorten auf.</translation>
    </message>
</context>
<context>
    <name>cspool::GetRegistrarConfiguration</name>
    <message>
        <source>There is no Registrar configuration &quot;%1&quot; in this lab deployment.</source>
        <translation>In dieser Laborbereitstellung gibt es keine Registrar-Konfiguration „%1“.</translation>
    </message>
    <message>
        <source>A lab deployment has one for every pool with user services: Get-CsRegistrarConfiguration without a parameter lists them.</source>
        <translation>Eine Laborbereitstellung hat für jeden Pool mit Benutzerdiensten eine: Get-CsRegistrarConfiguration ohne Parameter listet sie auf.</translation>
    </message>
</context>
<context>
    <name>cspool::GetService</name>
    <message>
        <source>Get-CsService without a parameter lists all services.</source>
        <translation>Get-CsService ohne Parameter listet alle Dienste auf.</translation>
    </message>
    <message>
        <source>The topology holds no service &quot;%1&quot;.</source>
        <translation>Die Topologie enthält keinen Dienst „%1“.</translation>
    </message>
    <message>
        <source>No service of the topology is in the site &quot;%1&quot;.</source>
        <translation>Kein Dienst der Topologie ist am Standort „%1“.</translation>
    </message>
</context>
<context>
    <name>cspool::GetTopology</name>
    <message>
        <source>No topology has been published to %1.</source>
        <translation>Nach %1 wurde keine Topologie veröffentlicht.</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementStoreReplication to fill the replica.</source>
        <translation>Führen Sie Invoke-CsManagementStoreReplication aus, um das Replikat zu füllen.</translation>
    </message>
    <message>
        <source>Publish one with Publish-CsTopology.</source>
        <translation>Veröffentlichen Sie eine mit Publish-CsTopology.</translation>
    </message>
</context>
<context>
    <name>cspool::GetUserData</name>
    <message>
        <source>The user store of %1 keeps no version of %2 aside.</source>
        <translation>Der Benutzerspeicher von %1 hat keine Fassung von %2 beiseitegelegt.</translation>
    </message>
    <message>
        <source>Get-CsUserData -PoolFqdn %1 -KeptAside lists what is kept aside.</source>
        <translation>Get-CsUserData -PoolFqdn %1 -KeptAside listet auf, was beiseitegelegt ist.</translation>
    </message>
    <message>
        <source>The user store of %1 holds no user %2.</source>
        <translation>Der Benutzerspeicher von %1 enthält keinen Benutzer %2.</translation>
    </message>
    <message>
        <source>Get-CsUserData -PoolFqdn %1 lists the users. An address has the form user@domain.</source>
        <translation>Get-CsUserData -PoolFqdn %1 listet die Benutzer auf. Eine Adresse hat die Form benutzer@domäne.</translation>
    </message>
</context>
<context>
    <name>cspool::GuidedRun</name>
    <message>
        <source>Reading what is true in the deployment …</source>
        <translation>Es wird gelesen, was in der Bereitstellung gilt …</translation>
    </message>
    <message>
        <source>Nothing can be begun while the backup pool of %1 is not known.</source>
        <translation>Nichts kann begonnen werden, solange der Sicherungspool von %1 nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The steps:</source>
        <translation>Die Schritte:</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. To accept what is lost and to begin, type the name of the pool.</source>
        <translation>Noch wurde nichts geändert. Um hinzunehmen, was verloren geht, und zu beginnen, geben Sie den Namen des Pools ein.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. To begin, type the name of the pool.</source>
        <translation>Noch wurde nichts geändert. Um zu beginnen, geben Sie den Namen des Pools ein.</translation>
    </message>
    <message>
        <source>With --confirm nothing is begun while a check stands in the way that no step takes away: %1.</source>
        <translation>Mit --confirm wird nichts begonnen, solange eine Prüfung im Weg steht, die kein Schritt behebt: %1.</translation>
    </message>
    <message>
        <source>The option --confirm names %1, but the operation is about %2. Nothing was run.</source>
        <translation>Die Option --confirm nennt %1, aber im Vorgang geht es um %2. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>This operation is no %1. Nothing was run.</source>
        <translation>Dieser Vorgang ist kein %1. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>This is operation %1.</source>
        <translation>Dies ist der Vorgang %1.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>To run this step, type the name of the pool; an empty line leaves the operation here.</source>
        <translation>Um diesen Schritt auszuführen, geben Sie den Namen des Pools ein; mit einer leeren Zeile verlassen Sie den Vorgang hier.</translation>
    </message>
    <message>
        <source>Left out, because it is optional.</source>
        <translation>Ausgelassen, weil er wahlweise ist.</translation>
    </message>
    <message>
        <source>This step cannot be run from here.</source>
        <translation>Dieser Schritt kann nicht von hier ausgeführt werden.</translation>
    </message>
    <message>
        <source>The goal of the step is not reached, so the operation is left here.</source>
        <translation>Das Ziel des Schritts ist nicht erreicht, deshalb wird der Vorgang hier verlassen.</translation>
    </message>
    <message>
        <source>Name of the pool: </source>
        <translation>Name des Pools: </translation>
    </message>
    <message>
        <source>To run this step again, type the name of the pool.</source>
        <translation>Um diesen Schritt noch einmal auszuführen, geben Sie den Namen des Pools ein.</translation>
    </message>
    <message>
        <source>Why is it left out? The record keeps the reason: </source>
        <translation>Warum wird er ausgelassen? Das Protokoll hält den Grund fest: </translation>
    </message>
    <message>
        <source>Nothing was begun.</source>
        <translation>Nichts wurde begonnen.</translation>
    </message>
    <message>
        <source>That is not the name of the pool. Nothing was begun.</source>
        <translation>Das ist nicht der Name des Pools. Nichts wurde begonnen.</translation>
    </message>
    <message>
        <source>Without a reason it is not left out.</source>
        <translation>Ohne einen Grund wird er nicht ausgelassen.</translation>
    </message>
    <message>
        <source>That is not the name of the pool. The step was not run.</source>
        <translation>Das ist nicht der Name des Pools. Der Schritt wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Still stopping. What has begun cannot simply be called cancelled: what is true is read when it has ended.</source>
        <translation>Es wird noch angehalten. Was begonnen hat, darf nicht einfach abgebrochen heißen: Was gilt, wird gelesen, wenn es zu Ende ist.</translation>
    </message>
    <message>
        <source>The pool may have changed hands already: nothing is taken back by stopping. What is true is read now.</source>
        <translation>Der Pool kann schon übergeben sein: Durch Anhalten wird nichts zurückgenommen. Was gilt, wird jetzt gelesen.</translation>
    </message>
    <message>
        <source>Stopping the step, as far as it can be stopped. What is true is read afterwards.</source>
        <translation>Der Schritt wird angehalten, soweit er sich anhalten lässt. Danach wird gelesen, was gilt.</translation>
    </message>
    <message>
        <source>The question could not be answered, because the standard input has ended.</source>
        <translation>Die Frage konnte nicht beantwortet werden, weil die Standardeingabe zu Ende ist.</translation>
    </message>
    <message>
        <source>Nothing was begun. A script names the pool with --confirm.</source>
        <translation>Nichts wurde begonnen. Ein Skript nennt den Pool mit --confirm.</translation>
    </message>
    <message>
        <source>The operation has not ended. To go on with it:</source>
        <translation>Der Vorgang ist nicht zu Ende. Um ihn fortzusetzen:</translation>
    </message>
    <message>
        <source>Record of the operation: %1</source>
        <translation>Protokoll des Vorgangs: %1</translation>
    </message>
    <message>
        <source>The servers are asked whether the goal is reached, again and again for some minutes. Ctrl+C ends the wait.</source>
        <translation>Die Server werden einige Minuten lang immer wieder gefragt, ob das Ziel erreicht ist. Strg+C beendet das Warten.</translation>
    </message>
</context>
<context>
    <name>cspool::HealthSummary</name>
    <message>
        <source>Health of the pools: %1</source>
        <translation>Gesundheit der Pools: %1</translation>
    </message>
    <message>
        <source>The pools could not be read</source>
        <translation>Die Pools konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The pools are being read…</source>
        <translation>Die Pools werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <comment>pools with problems</comment>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <comment>pools</comment>
        <translation>
            <numerusform>%n noch nicht gelesen</numerusform>
            <numerusform>%n noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>all good</source>
        <translation>alles gut</translation>
    </message>
    <message>
        <source>read %1</source>
        <comment>an age: 2 minutes ago</comment>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>The oldest of these statuses was true at %1.</source>
        <translation>Der älteste dieser Status galt um %1.</translation>
    </message>
    <message>
        <source>It is old; refresh to read it again.</source>
        <translation>Er ist alt; aktualisieren Sie, um ihn neu zu lesen.</translation>
    </message>
    <message>
        <source>Click to show the pools that need attention.</source>
        <translation>Klicken Sie, um die Pools zu zeigen, die Aufmerksamkeit brauchen.</translation>
    </message>
    <message>
        <source>Backup service: off</source>
        <translation>Sicherungsdienst: aus</translation>
    </message>
    <message>
        <source>The lab&apos;s backup service does not run in this window. Pools are copied only when they are backed up or synchronised by a command.</source>
        <translation>Der Sicherungsdienst des Labors läuft in diesem Fenster nicht. Pools werden nur kopiert, wenn ein Befehl sie sichert oder synchronisiert.</translation>
    </message>
    <message>
        <source>Backup service: problem</source>
        <translation>Sicherungsdienst: Problem</translation>
    </message>
    <message>
        <source>Backup service: on</source>
        <translation>Sicherungsdienst: ein</translation>
    </message>
    <message>
        <source>The first cycle is under way.</source>
        <translation>Der erste Zyklus ist im Gange.</translation>
    </message>
    <message>
        <source>Backup service: on, last cycle %1</source>
        <comment>an age: 2 minutes ago</comment>
        <translation>Sicherungsdienst: ein, letzter Zyklus %1</translation>
    </message>
    <message>
        <source>Last cycle: %1. Next cycle: %2.</source>
        <translation>Letzter Zyklus: %1. Nächster Zyklus: %2.</translation>
    </message>
    <message>
        <source>the pools could not be read again</source>
        <translation>die Pools konnten nicht erneut gelesen werden</translation>
    </message>
    <message>
        <source>old: read %1</source>
        <comment>an age: 2 minutes ago</comment>
        <translation>alt: gelesen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s)</source>
        <comment>that can be backed up</comment>
        <translation>
            <numerusform>%n Pool</numerusform>
            <numerusform>%n Pools</numerusform>
        </translation>
    </message>
    <message>
        <source>Statuses are read slowly in the background, and at once when a pool comes into view; in a very large deployment, those of the first 500 pools only.</source>
        <translation>Status werden langsam im Hintergrund gelesen, und sofort, wenn ein Pool in Sicht kommt; in einer sehr großen Bereitstellung nur die der ersten 500 Pools.</translation>
    </message>
</context>
<context>
    <name>cspool::HostPrompt</name>
    <message>
        <source>The server asks for input</source>
        <translation>Der Server bittet um eine Eingabe</translation>
    </message>
    <message>
        <source>The command wants a secret. It is sent encrypted.</source>
        <translation>Der Befehl möchte ein Geheimnis. Es wird verschlüsselt gesendet.</translation>
    </message>
    <message>
        <source>The command wants a line of text.</source>
        <translation>Der Befehl möchte eine Zeile Text.</translation>
    </message>
    <message>
        <source>The server suggests the user name %1; it is taken when the field is left empty.</source>
        <translation>Der Server schlägt den Benutzernamen %1 vor; er gilt, wenn das Feld leer bleibt.</translation>
    </message>
    <message>
        <source>Item %1; an empty one ends the list.</source>
        <translation>Eintrag %1; ein leerer beendet die Liste.</translation>
    </message>
    <message>
        <source>No other choice</source>
        <translation>Keine weitere Auswahl</translation>
    </message>
    <message>
        <source>Answers the server with what was chosen so far.</source>
        <translation>Antwortet dem Server mit dem, was bisher ausgewählt wurde.</translation>
    </message>
    <message>
        <source>Answers the server with what was chosen so far. When nothing was, it gets its own suggestion: %1.</source>
        <translation>Antwortet dem Server mit dem, was bisher ausgewählt wurde. Wurde nichts ausgewählt, bekommt er seinen eigenen Vorschlag: %1.</translation>
    </message>
    <message>
        <source>Several may be chosen, one after the other.</source>
        <translation>Es können mehrere ausgewählt werden, eine nach der anderen.</translation>
    </message>
    <message>
        <source>Chosen so far: %1.</source>
        <translation>Bisher ausgewählt: %1.</translation>
    </message>
</context>
<context>
    <name>cspool::ImportUserData</name>
    <message>
        <source>The user data of %1 cannot be written at this moment: the state of the pool is %2.</source>
        <translation>Die Benutzerdaten von %1 können im Augenblick nicht geschrieben werden: Der Zustand des Pools ist %2.</translation>
    </message>
    <message>
        <source>Finish the failover or failback of the pool by running it again, and then import.</source>
        <translation>Schließen Sie den Failover oder Failback des Pools ab, indem Sie ihn noch einmal ausführen, und importieren Sie dann.</translation>
    </message>
    <message>
        <source>Whether a new user is homed on %1 already cannot be told: %2</source>
        <translation>Ob ein neuer Benutzer schon auf %1 beheimatet ist, lässt sich nicht sagen: %2</translation>
    </message>
    <message>
        <source>%1 is failed over: its data is written on %2.</source>
        <translation>%1 ist im Failover: Seine Daten werden auf %2 geschrieben.</translation>
    </message>
    <message>
        <source>Nothing had to be imported into %1: %2</source>
        <translation>Nach %1 musste nichts importiert werden: %2</translation>
    </message>
    <message>
        <source>Check the archive %1</source>
        <translation>Das Archiv %1 prüfen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The archive %1 holds no data of the user %2.</source>
        <translation>Das Archiv %1 enthält keine Daten des Benutzers %2.</translation>
    </message>
    <message>
        <source>Check the address in UserFilter, which has the form user@domain.</source>
        <translation>Prüfen Sie die Adresse in UserFilter; sie hat die Form benutzer@domäne.</translation>
    </message>
    <message>
        <source>%1 is not imported: it is homed on %2, whose data is not written on %3 now.</source>
        <translation>%1 wird nicht importiert: Das Dokument ist auf %2 beheimatet, dessen Daten jetzt nicht auf %3 geschrieben werden.</translation>
    </message>
    <message>
        <source>To import it as well, run the same command with -PoolFqdn %1.</source>
        <translation>Um es ebenfalls zu importieren, führen Sie denselben Befehl mit -PoolFqdn %1 aus.</translation>
    </message>
    <message>
        <source>Import user data (%1)</source>
        <translation>Benutzerdaten importieren (%1)</translation>
    </message>
    <message>
        <source>A document that exists already keeps its home pool; a new one is homed on %1. What a changed document said before is replaced and cannot be brought back from here: Export-CsUserData keeps it.</source>
        <translation>Ein Dokument, das es schon gibt, behält seinen Stammpool; ein neues wird auf %1 beheimatet. Was ein geändertes Dokument vorher sagte, wird ersetzt und kann von hier nicht zurückgeholt werden: Export-CsUserData bewahrt es auf.</translation>
    </message>
    <message>
        <source>Import user data into %1</source>
        <translation>Benutzerdaten nach %1 importieren</translation>
    </message>
    <message>
        <source>documents written</source>
        <translation>geschriebene Dokumente</translation>
    </message>
    <message>
        <source>Documents written to %1 before the end: %2. To go on from there, run the same command again.</source>
        <translation>Vor dem Ende nach %1 geschriebene Dokumente: %2. Um von dort weiterzumachen, führen Sie denselben Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>User data was imported into %1: %2</source>
        <translation>Benutzerdaten wurden nach %1 importiert: %2</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>Documents that the archive holds more than once: %1. The last one of each counts: %2.</source>
        <translation>Dokumente, die das Archiv mehr als einmal enthält: %1. Jeweils das letzte zählt: %2.</translation>
    </message>
    <message>
        <source>Check where the archive comes from: an export holds every document once.</source>
        <translation>Prüfen Sie, woher das Archiv kommt: Ein Export enthält jedes Dokument einmal.</translation>
    </message>
    <message>
        <source>Only DocItemSet.xml is read from the archive. Other files in it were left alone (%1): %2.</source>
        <translation>Aus dem Archiv wird nur DocItemSet.xml gelesen. Andere Dateien darin blieben unberührt (%1): %2.</translation>
    </message>
    <message>
        <source>Keep the archive if you need them.</source>
        <translation>Bewahren Sie das Archiv auf, wenn Sie sie brauchen.</translation>
    </message>
    <message>
        <source>Further documents that are not imported, for the same reasons: %1.</source>
        <translation>Weitere Dokumente, die aus denselben Gründen nicht importiert werden: %1.</translation>
    </message>
    <message>
        <source>Checking the archive</source>
        <translation>Das Archiv wird geprüft</translation>
    </message>
    <message>
        <source>Importing user data</source>
        <translation>Benutzerdaten werden importiert</translation>
    </message>
    <message>
        <source>new documents</source>
        <translation>neue Dokumente</translation>
    </message>
    <message>
        <source>changed documents</source>
        <translation>geänderte Dokumente</translation>
    </message>
    <message>
        <source>unchanged documents</source>
        <translation>unveränderte Dokumente</translation>
    </message>
    <message>
        <source>refused documents</source>
        <translation>abgelehnte Dokumente</translation>
    </message>
    <message>
        <source>new documents: %1, changed: %2, unchanged: %3, refused: %4</source>
        <translation>neue Dokumente: %1, geänderte: %2, unveränderte: %3, abgelehnte: %4</translation>
    </message>
</context>
<context>
    <name>cspool::InvokeBackupServiceSync</name>
    <message>
        <source>Everything that %1 holds of %2 is compared with %3, which gets what it lacks or has older.</source>
        <translation>Alles, was %1 von %2 hält, wird mit %3 verglichen; dieser Pool erhält, was ihm fehlt oder was er älter hat.</translation>
    </message>
    <message>
        <source>With -Force, conference content that has vanished from %1 is taken as deleted and is deleted on %2 too.</source>
        <translation>Mit -Force gilt Konferenzinhalt, der von %1 verschwunden ist, als gelöscht und wird auch auf %2 gelöscht.</translation>
    </message>
    <message>
        <source>Synchronise with %1</source>
        <translation>Mit %1 synchronisieren</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>WhatIf: %1</translation>
    </message>
    <message>
        <source>What if: %1: everything would be compared; not backed up so far: %2.</source>
        <translation>WhatIf: %1: Alles würde verglichen; bisher nicht gesichert: %2.</translation>
    </message>
    <message>
        <source>copied: %1, deletions carried over: %2, unchanged: %3</source>
        <translation>kopiert: %1, übernommene Löschungen: %2, unverändert: %3</translation>
    </message>
    <message>
        <source>Nothing of %1 could be synchronised with %2.</source>
        <translation>Nichts von %1 konnte mit %2 synchronisiert werden.</translation>
    </message>
    <message>
        <source>See the errors above; run the command again when their causes are gone.</source>
        <translation>Siehe die Fehler oben; führen Sie den Befehl noch einmal aus, wenn ihre Ursachen behoben sind.</translation>
    </message>
    <message>
        <source>%1 was synchronised with %2 in part (%3). See the errors above.</source>
        <translation>%1 wurde teilweise mit %2 synchronisiert (%3). Siehe die Fehler oben.</translation>
    </message>
    <message>
        <source>%1 was synchronised with %2 (%3).</source>
        <translation>%1 wurde mit %2 synchronisiert (%3).</translation>
    </message>
</context>
<context>
    <name>cspool::InvokeManagementServerFailover</name>
    <message>
        <source>The active Central Management store is on %1. The failover had been begun before.</source>
        <translation>Der aktive zentrale Verwaltungsspeicher ist auf %1. Der Failover war zuvor begonnen worden.</translation>
    </message>
    <message>
        <source>Make the Central Management store active that is now active on %1</source>
        <translation>Den jetzt auf %1 aktiven zentralen Verwaltungsspeicher aktiv machen</translation>
    </message>
    <message>
        <source>The topology and the configuration are published on %1 from then on; %2 keeps the standby copy.</source>
        <translation>Topologie und Konfiguration werden von da an auf %1 veröffentlicht; %2 behält die Standby-Kopie.</translation>
    </message>
    <message>
        <source>The active Central Management store is on %1.</source>
        <translation>Der aktive zentrale Verwaltungsspeicher ist auf %1.</translation>
    </message>
</context>
<context>
    <name>cspool::InvokeManagementStoreReplication</name>
    <message>
        <source>Bring the replica on %1 up to date</source>
        <translation>Das Replikat auf %1 auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>documents copied</source>
        <translation>kopierte Dokumente</translation>
    </message>
    <message>
        <source>documents deleted</source>
        <translation>gelöschte Dokumente</translation>
    </message>
    <message>
        <source>There is no replica of the Central Management store on %1.</source>
        <translation>Auf %1 gibt es kein Replikat des zentralen Verwaltungsspeichers.</translation>
    </message>
    <message>
        <source>In a lab deployment every pool with user services has one: Get-CsManagementStoreReplicationStatus lists them.</source>
        <translation>In einer Laborbereitstellung hat jeder Pool mit Benutzerdiensten eines: Get-CsManagementStoreReplicationStatus listet sie auf.</translation>
    </message>
</context>
<context>
    <name>cspool::InvokePoolFailBack</name>
    <message>
        <source>Complete the failback from %1</source>
        <translation>Den Failback von %1 abschließen</translation>
    </message>
    <message>
        <source>Fail back from %1</source>
        <translation>Failback von %1</translation>
    </message>
    <message>
        <source>%1 and %2 exchange what either of them lacks, and %1 becomes Active.</source>
        <translation>%1 und %2 tauschen aus, was einem von ihnen fehlt, und %1 wird Active.</translation>
    </message>
    <message>
        <source>%1 serves its users from then on, with the data that it has. %2 is not touched.</source>
        <translation>%1 bedient von da an seine Benutzer mit den Daten, die er hat. %2 wird nicht angerührt.</translation>
    </message>
    <message>
        <source>What was changed on %2 is copied back, and %1 serves its users from then on.</source>
        <translation>Was auf %2 geändert wurde, wird zurückkopiert, und %1 bedient von da an seine Benutzer.</translation>
    </message>
    <message>
        <source>The pool %1 serves its users again; its state is %2.</source>
        <translation>Der Pool %1 bedient seine Benutzer wieder; sein Zustand ist %2.</translation>
    </message>
    <message>
        <source>The pool %1 serves its users again; its state is %2. The failback had been begun before.</source>
        <translation>Der Pool %1 bedient seine Benutzer wieder; sein Zustand ist %2. Der Failback war zuvor begonnen worden.</translation>
    </message>
</context>
<context>
    <name>cspool::InvokePoolFailOver</name>
    <message>
        <source>The pool %1 is failed over: %2 serves its users. The failover had been begun before.</source>
        <translation>Der Pool %1 ist im Failover: %2 bedient seine Benutzer. Der Failover war zuvor begonnen worden.</translation>
    </message>
    <message>
        <source>Fail over to %1</source>
        <translation>Failover nach %1</translation>
    </message>
    <message>
        <source>The users of %1 are served by %2 from then on, with the data that %2 has. %1 is not touched.</source>
        <translation>Die Benutzer von %1 werden von da an von %2 mit den Daten bedient, die %2 hat. %1 wird nicht angerührt.</translation>
    </message>
    <message>
        <source>%1 becomes read-only, its last changes are copied, and its users are served by %2 from then on.</source>
        <translation>%1 wird schreibgeschützt, die letzten Änderungen werden kopiert, und die Benutzer werden von da an von %2 bedient.</translation>
    </message>
    <message>
        <source>The pool %1 is failed over: %2 serves its users.</source>
        <translation>Der Pool %1 ist im Failover: %2 bedient seine Benutzer.</translation>
    </message>
</context>
<context>
    <name>cspool::JobCommands</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Retry…</source>
        <translation>&amp;Wiederholen …</translation>
    </message>
    <message>
        <source>Runs the same command again</source>
        <translation>Führt denselben Befehl noch einmal aus</translation>
    </message>
    <message>
        <source>Copies the records that are shown</source>
        <translation>Kopiert die gezeigten Datensätze</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Open the deployment %1 to run this command again.</source>
        <translation>Öffnen Sie die Bereitstellung %1, um diesen Befehl noch einmal auszuführen.</translation>
    </message>
    <message>
        <source>Opens the form, filled with this command</source>
        <translation>Öffnet das Formular, mit diesem Befehl ausgefüllt</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a job, its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>Alle Aufträge abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s) of this console?</source>
        <translation>
            <numerusform>%n Auftrag dieser Konsole abbrechen?</numerusform>
            <numerusform>%n Aufträge dieser Konsole abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The command cannot be run again: %1</source>
        <translation>Der Befehl kann nicht noch einmal ausgeführt werden: %1</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt);;All files (*)</source>
        <translation>Protokolle (*.log *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove ended jobs</source>
        <translation>Beendete Aufträge entfernen</translation>
    </message>
    <message>
        <source>Jobs that ended more than this many days ago are removed with their logs; reports stay where they are. That cannot be undone.</source>
        <translation>Aufträge, die vor mehr als so vielen Tagen endeten, werden mit ihren Protokollen entfernt; Berichte bleiben, wo sie sind. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel jobs</source>
        <translation>Aufträge abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s) that have begun?</source>
        <translation>
            <numerusform>%n begonnenen Auftrag abbrechen?</numerusform>
            <numerusform>%n begonnene Aufträge abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Answer question…</source>
        <translation>Frage &amp;beantworten …</translation>
    </message>
    <message>
        <source>Ca&amp;ncel all…</source>
        <translation>Alle ab&amp;brechen …</translation>
    </message>
    <message>
        <source>Run again with c&amp;hanges…</source>
        <translation>Mit Än&amp;derungen noch einmal ausführen …</translation>
    </message>
    <message>
        <source>&amp;Open report</source>
        <translation>Bericht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy co&amp;mmand</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>&amp;Protokoll kopieren</translation>
    </message>
    <message>
        <source>&amp;Save log as…</source>
        <translation>Protokoll &amp;speichern unter …</translation>
    </message>
    <message>
        <source>R&amp;emove ended jobs…</source>
        <translation>Beendete Aufträge &amp;entfernen …</translation>
    </message>
    <message>
        <source>&amp;Cancel jobs</source>
        <translation>Aufträge &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Let them run</source>
        <translation>&amp;Laufen lassen</translation>
    </message>
</context>
<context>
    <name>cspool::JobDialog</name>
    <message>
        <source>The question could not be answered, because the standard input has ended. Use &apos;-Confirm:$false&apos; to run the command without being asked.</source>
        <translation>Die Frage konnte nicht beantwortet werden, weil die Standardeingabe zu Ende ist. Verwenden Sie &apos;-Confirm:$false&apos;, um den Befehl ohne Rückfrage auszuführen.</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Kennwort: </translation>
    </message>
    <message>
        <source>Still cancelling: the server was asked to stop the command and has not confirmed yet that it did.</source>
        <translation>Der Abbruch läuft noch: Der Server wurde aufgefordert, den Befehl anzuhalten, und hat es noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Still cancelling: what has begun is brought to an end that leaves every store whole.</source>
        <translation>Der Abbruch läuft noch: Was begonnen wurde, wird so zu Ende gebracht, dass jeder Speicher heil bleibt.</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>cspool keeps trying to connect again; what runs on the server may go on there.</source>
        <translation>cspool versucht weiter, die Verbindung wiederherzustellen; was auf dem Server läuft, läuft dort vielleicht weiter.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
</context>
<context>
    <name>cspool::JobHeader</name>
    <message>
        <source>Cancelled while it was queued: %1. Nothing was changed.</source>
        <translation>In der Warteschlange abgebrochen: %1. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Succeeded: %1, after %2.</source>
        <translation>Erfolgreich: %1, nach %2.</translation>
    </message>
    <message>
        <source>Succeeded with warnings: %1, after %2. The warnings and errors are in the log and in the report.</source>
        <translation>Mit Warnungen erfolgreich: %1, nach %2. Die Warnungen und Fehler stehen im Protokoll und im Bericht.</translation>
    </message>
    <message>
        <source>Failed: %1, after %2.</source>
        <translation>Fehlgeschlagen: %1, nach %2.</translation>
    </message>
    <message>
        <source>Cancelled: %1, after %2. What was done until then is in the log and in the report.</source>
        <translation>Abgebrochen: %1, nach %2. Was bis dahin getan wurde, steht im Protokoll und im Bericht.</translation>
    </message>
    <message>
        <source>Skipped: %1, after %2. Nothing had to be done, or the question was answered with No.</source>
        <translation>Übersprungen: %1, nach %2. Es war nichts zu tun, oder die Frage wurde mit Nein beantwortet.</translation>
    </message>
    <message>
        <source>Previewed: %1, after %2. The command told what it would do and changed nothing.</source>
        <translation>Vorschau: %1, nach %2. Der Befehl sagte, was er tun würde, und änderte nichts.</translation>
    </message>
    <message>
        <source>Interrupted: the process that ran this job ended before the job did. When is not known; it was started %1. “Retry” runs the same command again.</source>
        <translation>Unterbrochen: Der Prozess, der diesen Auftrag ausführte, endete vor dem Auftrag. Wann, ist nicht bekannt; begonnen wurde er %1. „Wiederholen“ führt denselben Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Queued in another process: cspool, or another window of this console.</source>
        <translation>In einem anderen Prozess eingereiht: cspool oder ein anderes Fenster dieser Konsole.</translation>
    </message>
    <message>
        <source>Running in another process: cspool, or another window of this console. It can be cancelled there.</source>
        <translation>Läuft in einem anderen Prozess: cspool oder ein anderes Fenster dieser Konsole. Dort kann er abgebrochen werden.</translation>
    </message>
    <message>
        <source>Queued: waits for %1, because both change data of the same pools.</source>
        <translation>Eingereiht: wartet auf %1, weil beide Daten derselben Pools ändern.</translation>
    </message>
    <message>
        <source>Queued: starts as soon as it can.</source>
        <translation>Eingereiht: beginnt so bald wie möglich.</translation>
    </message>
    <message>
        <source>Running for %1.</source>
        <translation>Läuft seit %1.</translation>
    </message>
    <message>
        <source>Running for %1, %2.</source>
        <comment>duration, about 3 minutes left</comment>
        <translation>Läuft seit %1, %2.</translation>
    </message>
    <message>
        <source>Waiting for an answer: the job has asked a question and goes on when it is answered.</source>
        <translation>Wartet auf eine Antwort: Der Auftrag hat eine Frage gestellt und geht weiter, wenn sie beantwortet ist.</translation>
    </message>
    <message>
        <source>Cancelling… The job ends as soon as it can leave every store whole.</source>
        <translation>Wird abgebrochen … Der Auftrag endet, sobald er jeden Speicher heil lassen kann.</translation>
    </message>
    <message>
        <source>Select a job to see its log.</source>
        <translation>Wählen Sie einen Auftrag aus, um sein Protokoll zu sehen.</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Succeeded with warnings: %1, after %2. The warnings and errors are in the log.</source>
        <translation>Mit Warnungen erfolgreich: %1, nach %2. Die Warnungen und Fehler stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Cancelled: %1, after %2. What was done until then is in the log.</source>
        <translation>Abgebrochen: %1, nach %2. Was bis dahin getan wurde, steht im Protokoll.</translation>
    </message>
    <message>
        <source>Report on the server: %1</source>
        <translation>Bericht auf dem Server: %1</translation>
    </message>
</context>
<context>
    <name>cspool::JobHistory</name>
    <message>
        <source>The folder of the job history, %1, cannot be made or written.</source>
        <translation>Der Ordner des Auftragsverlaufs, %1, kann nicht angelegt oder beschrieben werden.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space on its disk.</source>
        <translation>Prüfen Sie die Berechtigungen des Ordners und den freien Platz auf seiner Festplatte.</translation>
    </message>
    <message>
        <source>No lock can be written in the folder of the job history, %1.</source>
        <translation>Im Ordner des Auftragsverlaufs, %1, kann keine Sperre geschrieben werden.</translation>
    </message>
    <message>
        <source>The log of the run, %1, could not be read: %2</source>
        <translation>Das Protokoll des Laufs, %1, konnte nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>cspool::JobLogView</name>
    <message>
        <source>Fo&amp;llow new records</source>
        <translation>Neuen &amp;Datensätzen folgen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Keeps the newest record in view. Ends when you scroll up.</source>
        <translation>Hält den neuesten Datensatz in Sicht. Endet, wenn Sie nach oben blättern.</translation>
    </message>
    <message>
        <source>Sear&amp;ch the log:</source>
        <translation>Im Protokoll su&amp;chen:</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Ctrl+F; Enter: next, Shift+Enter: previous</source>
        <translation>Strg+F; Eingabe: nächster, Umschalt+Eingabe: voriger Treffer</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Protokoll des Auftrags</translation>
    </message>
    <message>
        <source>Whole text of the selected record</source>
        <translation>Ganzer Text des ausgewählten Datensatzes</translation>
    </message>
    <message>
        <source>Select a record to read all of it.</source>
        <translation>Wählen Sie einen Datensatz aus, um ihn ganz zu lesen.</translation>
    </message>
    <message>
        <source>Earlier records that are not shown: %1</source>
        <comment>a number</comment>
        <translation>Frühere, nicht gezeigte Datensätze: %1</translation>
    </message>
    <message>
        <source>Earlier records that were not kept, because there is no history: %1</source>
        <translation>Frühere Datensätze, die nicht aufbewahrt wurden, weil es keinen Verlauf gibt: %1</translation>
    </message>
    <message>
        <source>Err&amp;ors (%1)</source>
        <translation>Fe&amp;hler (%1)</translation>
    </message>
    <message>
        <source>Warnin&amp;gs (%1)</source>
        <translation>Warnun&amp;gen (%1)</translation>
    </message>
    <message>
        <source>Infor&amp;mation (%1)</source>
        <translation>Infor&amp;mation (%1)</translation>
    </message>
    <message>
        <source>O&amp;utput (%1)</source>
        <translation>A&amp;usgabe (%1)</translation>
    </message>
    <message>
        <source>Step&amp;s (%1)</source>
        <translation>&amp;Schritte (%1)</translation>
    </message>
    <message>
        <source>Ver&amp;bose (%1)</source>
        <translation>Aus&amp;führlich (%1)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>matches</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Show earlier recor&amp;ds</source>
        <translation>F&amp;rühere Datensätze zeigen</translation>
    </message>
</context>
<context>
    <name>cspool::JobModel</name>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Asks a question and waits for the answer</source>
        <translation>Stellt eine Frage und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>Another process runs this job: cspool, or another window of this console. It can be cancelled there.</source>
        <translation>Ein anderer Prozess führt diesen Auftrag aus: cspool oder ein anderes Fenster dieser Konsole. Dort kann er abgebrochen werden.</translation>
    </message>
    <message>
        <source>The process that ran this job ended before the job did. When is not known.</source>
        <translation>Der Prozess, der diesen Auftrag ausführte, endete vor dem Auftrag. Wann, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Started %1, %2</source>
        <translation>Begonnen %1, %2</translation>
    </message>
    <message>
        <source>Queued %1, %2; not started</source>
        <translation>Eingereiht %1, %2; nicht begonnen</translation>
    </message>
    <message>
        <source>Ended %1, %2</source>
        <translation>Beendet %1, %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cmdlet</source>
        <translation>Cmdlet</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Verstrichen</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
</context>
<context>
    <name>cspool::JobNotifier</name>
    <message>
        <source>%1: %2</source>
        <comment>outcome, name of the job</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Deployment: %1</source>
        <translation>Bereitstellung: %1</translation>
    </message>
    <message>
        <source>Waiting for an answer: %1</source>
        <translation>Wartet auf eine Antwort: %1</translation>
    </message>
    <message>
        <source>The job asks a question and goes on when it is answered.</source>
        <translation>Der Auftrag stellt eine Frage und geht weiter, wenn sie beantwortet ist.</translation>
    </message>
</context>
<context>
    <name>cspool::JobText</name>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Succeeded with warnings</source>
        <translation>Mit Warnungen erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Previewed</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Queued in another process</source>
        <translation>In einem anderen Prozess eingereiht</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Running in another process</source>
        <translation>Läuft in einem anderen Prozess</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>cmdlet, pool</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) %1</source>
        <comment>hours, minutes and seconds</comment>
        <translation>
            <numerusform>%n Tag %1</numerusform>
            <numerusform>%n Tage %1</numerusform>
        </translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::JobsIndicator</name>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n Frage zu beantworten</numerusform>
            <numerusform>%n Fragen zu beantworten</numerusform>
        </translation>
    </message>
    <message>
        <source>A job waits for an answer. Click to see the question (Ctrl+J).</source>
        <translation>Ein Auftrag wartet auf eine Antwort. Klicken Sie, um die Frage zu sehen (Strg+J).</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Auftrag läuft</numerusform>
            <numerusform>%n Aufträge laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 waiting</source>
        <translation>
            <numerusform>%n Auftrag läuft, %1 warten</numerusform>
            <numerusform>%n Aufträge laufen, %1 warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see the jobs.</source>
        <translation>Klicken Sie, um die Aufträge zu sehen.</translation>
    </message>
</context>
<context>
    <name>cspool::JobsPage</name>
    <message>
        <source>&amp;Jobs</source>
        <translation>Auf&amp;träge</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>Zei&amp;gen:</translation>
    </message>
    <message>
        <source>Which jobs are shown</source>
        <translation>Welche Aufträge gezeigt werden</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>Queued and running</source>
        <translation>Eingereiht und laufend</translation>
    </message>
    <message>
        <source>Problems and questions</source>
        <translation>Probleme und Fragen</translation>
    </message>
    <message>
        <source>Fil&amp;ter:</source>
        <translation>Fil&amp;ter:</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>Die Aufträge filtern</translation>
    </message>
    <message>
        <source>Words of the command, state, message or user</source>
        <translation>Wörter aus Befehl, Zustand, Meldung oder Benutzer</translation>
    </message>
    <message>
        <source>Answer &amp;question…</source>
        <translation>Fra&amp;ge beantworten …</translation>
    </message>
    <message>
        <source>%1 asks a question and waits for the answer.</source>
        <translation>%1 stellt eine Frage und wartet auf die Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) ask questions and wait for the answers.</source>
        <translation>
            <numerusform>%n Auftrag stellt eine Frage und wartet auf die Antwort.</numerusform>
            <numerusform>%n Aufträge stellen Fragen und warten auf die Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No job matches the filter. Show all jobs, or clear the filter.</source>
        <translation>Kein Auftrag passt zum Filter. Zeigen Sie alle Aufträge, oder leeren Sie den Filter.</translation>
    </message>
    <message>
        <source>No jobs yet. Every command that is run from this console is listed here: back up a pool from the page Pools.</source>
        <translation>Noch keine Aufträge. Jeder Befehl, der von dieser Konsole ausgeführt wird, steht hier: Sichern Sie einen Pool von der Seite „Pools“ aus.</translation>
    </message>
    <message>
        <source>The history of jobs is being read…</source>
        <translation>Der Auftragsverlauf wird gelesen …</translation>
    </message>
    <message>
        <source>There is no history from which the log could be saved. Copy it instead.</source>
        <translation>Es gibt keinen Verlauf, aus dem das Protokoll gespeichert werden könnte. Kopieren Sie es stattdessen.</translation>
    </message>
    <message>
        <source>The log was saved as %1.</source>
        <translation>Das Protokoll wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The history of jobs could not be read or changed. %1</source>
        <translation>Der Auftragsverlauf konnte nicht gelesen oder geändert werden. %1</translation>
    </message>
    <message>
        <source>A job runs and is not recorded in the history. %1</source>
        <translation>Ein Auftrag läuft und wird nicht im Verlauf aufgezeichnet. %1</translation>
    </message>
    <message>
        <source>Only the deplo&amp;yment shown</source>
        <translation>Nur die angezeigte Bereitstell&amp;ung</translation>
    </message>
    <message>
        <source>%1 could not be opened: no program here opens such addresses.</source>
        <translation>%1 konnte nicht geöffnet werden: Kein Programm hier öffnet solche Adressen.</translation>
    </message>
</context>
<context>
    <name>cspool::JobsTable</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>cspool::KeyringPasswords</name>
    <message>
        <source>The keyring was not unlocked, so that no password is remembered.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt; es wird kein Kennwort gemerkt.</translation>
    </message>
    <message>
        <source>There is no keyring here to remember a password in.</source>
        <translation>Hier gibt es keinen Schlüsselbund, in dem ein Kennwort gemerkt werden könnte.</translation>
    </message>
</context>
<context>
    <name>cspool::KnownServersEditor</name>
    <message>
        <source>&amp;Forget</source>
        <translation>Ver&amp;gessen</translation>
    </message>
    <message>
        <source>Known servers</source>
        <translation>Bekannte Server</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Trusted certificate (SHA-256)</source>
        <translation>Vertrautes Zertifikat (SHA-256)</translation>
    </message>
    <message>
        <source>Forgets the server with its password in the keyring and the certificate that is trusted for its host.</source>
        <translation>Vergisst den Server mit seinem Kennwort im Schlüsselbund und das Zertifikat, dem für seinen Host vertraut wird.</translation>
    </message>
    <message>
        <source>as logged on</source>
        <translation>wie angemeldet</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>not remembered</source>
        <translation>nicht gemerkt</translation>
    </message>
    <message>
        <source>Trusted since %1:</source>
        <comment>a date</comment>
        <translation>Vertraut seit %1:</translation>
    </message>
    <message>
        <source>none: it must verify</source>
        <translation>keines: Es muss sich prüfen lassen</translation>
    </message>
</context>
<context>
    <name>cspool::LabBackgroundService</name>
    <message>
        <source>A failover or failback of pool %1 was interrupted; the pool is not synchronised.</source>
        <translation>Ein Failover oder Failback des Pools %1 wurde unterbrochen; der Pool wird nicht synchronisiert.</translation>
    </message>
    <message>
        <source>Back up the pool, or run its failover or failback again: both finish or roll back what was interrupted.</source>
        <translation>Sichern Sie den Pool, oder führen Sie seinen Failover oder Failback noch einmal aus: Beides führt Unterbrochenes zu Ende oder macht es rückgängig.</translation>
    </message>
    <message>
        <source>The backup service could not synchronise %1 and %2: %3</source>
        <translation>Der Sicherungsdienst konnte %1 und %2 nicht synchronisieren: %3</translation>
    </message>
</context>
<context>
    <name>cspool::LabContext</name>
    <message>
        <source>an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>age in minutes: %1</source>
        <translation>Alter in Minuten: %1</translation>
    </message>
    <message>
        <source>age in hours: %1</source>
        <translation>Alter in Stunden: %1</translation>
    </message>
    <message>
        <source>age in days: %1</source>
        <translation>Alter in Tagen: %1</translation>
    </message>
    <message>
        <source>No deployment is open.</source>
        <translation>Es ist keine Bereitstellung geöffnet.</translation>
    </message>
    <message>
        <source>Open one, or make one with New-Deployment.</source>
        <translation>Öffnen Sie eine, oder legen Sie mit New-Deployment eine an.</translation>
    </message>
    <message>
        <source>Read the topology</source>
        <translation>Topologie lesen</translation>
    </message>
    <message>
        <source>Open the store that the topology is read from</source>
        <translation>Den Speicher öffnen, aus dem die Topologie gelesen wird</translation>
    </message>
    <message>
        <source>the local replica of the Central Management store on %1</source>
        <translation>dem lokalen Replikat des zentralen Verwaltungsspeichers auf %1</translation>
    </message>
    <message>
        <source>To work with the topology of the local replica instead, run the command with -LocalStore.</source>
        <translation>Um stattdessen mit der Topologie des lokalen Replikats zu arbeiten, führen Sie den Befehl mit -LocalStore aus.</translation>
    </message>
    <message>
        <source>the Central Management store on %1, last changed %2</source>
        <translation>dem zentralen Verwaltungsspeicher auf %1, zuletzt geändert %2</translation>
    </message>
    <message>
        <source>, its newest change is of %1 (%2)</source>
        <translation>, seine neueste Änderung ist von %1 (%2)</translation>
    </message>
    <message>
        <source>, which is empty</source>
        <translation>, das leer ist</translation>
    </message>
    <message>
        <source>The topology was read from %1.</source>
        <translation>Die Topologie wurde gelesen aus %1.</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>No pool of this deployment has a local replica of the Central Management store.</source>
        <translation>Kein Pool dieser Bereitstellung hat ein lokales Replikat des zentralen Verwaltungsspeichers.</translation>
    </message>
    <message>
        <source>Run the command without -LocalStore.</source>
        <translation>Führen Sie den Befehl ohne -LocalStore aus.</translation>
    </message>
    <message>
        <source>The local replica could not be compared with the Central Management store: %1</source>
        <translation>Das lokale Replikat konnte nicht mit dem zentralen Verwaltungsspeicher verglichen werden: %1</translation>
    </message>
    <message>
        <source>The local replica differs from the Central Management store in these pools or in their backup pools: %1. This command uses the local replica.</source>
        <translation>Das lokale Replikat unterscheidet sich vom zentralen Verwaltungsspeicher bei diesen Pools oder ihren Sicherungspools: %1. Dieser Befehl verwendet das lokale Replikat.</translation>
    </message>
    <message>
        <source>Run Invoke-CsManagementStoreReplication to bring the replica up to date, or run the command without -LocalStore.</source>
        <translation>Führen Sie Invoke-CsManagementStoreReplication aus, um das Replikat auf den neuesten Stand zu bringen, oder führen Sie den Befehl ohne -LocalStore aus.</translation>
    </message>
    <message>
        <source>Get-CsPool lists the pools.</source>
        <translation>Get-CsPool listet die Pools auf.</translation>
    </message>
    <message>
        <source>Did you mean %1? Get-CsPool lists the pools.</source>
        <translation>Meinten Sie %1? Get-CsPool listet die Pools auf.</translation>
    </message>
    <message>
        <source>The pool %1 is not in the topology of %2 (read from %3).</source>
        <translation>Der Pool %1 ist nicht in der Topologie von %2 (gelesen aus %3).</translation>
    </message>
    <message>
        <source>%1 is no pool with user services (%2).</source>
        <translation>%1 ist kein Pool mit Benutzerdiensten (%2).</translation>
    </message>
    <message>
        <source>Name a Front End pool or a Standard Edition server. Get-CsPool lists the pools with their services.</source>
        <translation>Nennen Sie einen Front-End-Pool oder einen Standard Edition-Server. Get-CsPool listet die Pools mit ihren Diensten auf.</translation>
    </message>
    <message>
        <source>The pool %1 has no backup pool (read from %2).</source>
        <translation>Der Pool %1 hat keinen Sicherungspool (gelesen aus %2).</translation>
    </message>
    <message>
        <source>Pair it with another pool: in Topology Builder as its associated backup pool; in this lab deployment with Publish-CsTopology -Pair &quot;%1=OTHER-POOL&quot;.</source>
        <translation>Bilden Sie ein Paar mit einem anderen Pool: im Topologie-Generator als zugeordneten Sicherungspool; in dieser Laborbereitstellung mit Publish-CsTopology -Pair &quot;%1=ANDERER-POOL&quot;.</translation>
    </message>
    <message>
        <source>Wait for the pools: %1</source>
        <translation>Auf die Pools warten: %1</translation>
    </message>
    <message>
        <source>The pairing of the pool %1 was changed while this command waited. Nothing was done.</source>
        <translation>Das Paar des Pools %1 wurde geändert, während dieser Befehl wartete. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Check the pair with Get-CsPoolBackupRelationship -PoolFqdn %1, then run the command again.</source>
        <translation>Prüfen Sie das Paar mit Get-CsPoolBackupRelationship -PoolFqdn %1, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>cspool::LabRun</name>
    <message>
        <source>The report cannot be written to %1: that is inside of the deployment&apos;s own folder.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Das liegt im Ordner der Bereitstellung selbst.</translation>
    </message>
    <message>
        <source>Topology read from</source>
        <translation>Topologie gelesen aus</translation>
    </message>
    <message>
        <source>Backup pool</source>
        <translation>Sicherungspool</translation>
    </message>
    <message>
        <source>The term &apos;%1&apos; is not the name of a cmdlet that a lab deployment has.</source>
        <translation>Die Bezeichnung „%1“ ist nicht der Name eines Cmdlets, das eine Laborbereitstellung hat.</translation>
    </message>
    <message>
        <source>Get-Help lists the cmdlets.</source>
        <translation>Get-Help listet die Cmdlets auf.</translation>
    </message>
</context>
<context>
    <name>cspool::LabSession</name>
    <message>
        <source>The command could not be started: the system gives no further thread.</source>
        <translation>Der Befehl konnte nicht gestartet werden: Das System gibt keinen weiteren Thread her.</translation>
    </message>
    <message>
        <source>Close other programs and run the command again.</source>
        <translation>Schließen Sie andere Programme, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>cspool::LeaveOutDialog</name>
    <message>
        <source>Leave the step out</source>
        <translation>Den Schritt auslassen</translation>
    </message>
    <message>
        <source>Go on without &quot;%1&quot;?</source>
        <translation>Ohne „%1“ fortfahren?</translation>
    </message>
    <message>
        <source>&amp;Reason, for the record (may be empty):</source>
        <translation>&amp;Grund, für den Nachweis (darf leer sein):</translation>
    </message>
    <message>
        <source>&amp;Reason, for the record:</source>
        <translation>&amp;Grund, für den Nachweis:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Leave it out</source>
        <translation>Aus&amp;lassen</translation>
    </message>
</context>
<context>
    <name>cspool::LeaveQuestion</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a job, its state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs go on though their deployment is closed. Jobs that are cancelled end at a point that leaves every store whole; a failover or failback past its point of no return goes on to its end.</source>
        <translation>Aufträge laufen weiter, auch wenn ihre Bereitstellung geschlossen ist. Abgebrochene Aufträge enden an einer Stelle, die jeden Speicher heil lässt; ein Failover oder Failback jenseits des Punktes ohne Wiederkehr läuft bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>Jobs have not ended</source>
        <translation>Aufträge sind nicht beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 have not ended. What shall become of them?</source>
        <translation>
            <numerusform>%n Auftrag ist nicht beendet (%1). Was soll mit ihm geschehen?</numerusform>
            <numerusform>%n Aufträge sind nicht beendet (%1). Was soll mit ihnen geschehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Disconnect, let the jobs go on</source>
        <translation>&amp;Trennen, Aufträge weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Close, let the jobs go on</source>
        <translation>&amp;Schließen, Aufträge weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel jobs and disconnect</source>
        <translation>Aufträge &amp;abbrechen und trennen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel jobs and close</source>
        <translation>Aufträge &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Stay connected</source>
        <translation>&amp;Verbunden bleiben</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>Jobs that go on keep their session; it is deleted on the server when the last of them has ended. Jobs that are cancelled are stopped there: look at the states of their pools afterwards.</source>
        <translation>Aufträge, die weiterlaufen, behalten ihre Sitzung; sie wird auf dem Server gelöscht, wenn der letzte von ihnen beendet ist. Abgebrochene Aufträge werden dort angehalten: Sehen Sie danach nach den Zuständen ihrer Pools.</translation>
    </message>
</context>
<context>
    <name>cspool::LogExport</name>
    <message>
        <source>The log could not be saved as %1: %2</source>
        <translation>Das Protokoll konnte nicht als %1 gespeichert werden: %2</translation>
    </message>
</context>
<context>
    <name>cspool::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Actions of the page</source>
        <translation>Aktionen der Seite</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Run a cmdlet…</source>
        <translation>Cmdlet aus&amp;führen …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Einste&amp;llungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Refresh &amp;everything</source>
        <translation>Alles &amp;aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About CsPool Console</source>
        <translation>Ü&amp;ber CsPool Console</translation>
    </message>
</context>
<context>
    <name>cspool::MessageBar</name>
    <message>
        <source>&amp;Go to %1</source>
        <translation>&amp;Zu %1</translation>
    </message>
</context>
<context>
    <name>cspool::ModuleModel</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The status could not be read: %1 It was %2 at %3.</source>
        <translation>Der Status konnte nicht gelesen werden: %1 Er war %2 um %3.</translation>
    </message>
    <message>
        <source>%1 Read at %2.</source>
        <translation>%1 Gelesen um %2.</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Von %1.</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Export status</source>
        <translation>Exportstatus</translation>
    </message>
    <message>
        <source>Import status</source>
        <translation>Importstatus</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>cspool::ModuleRun</name>
    <message>
        <source>files copied</source>
        <translation>kopierte Dateien</translation>
    </message>
    <message>
        <source>documents copied</source>
        <translation>kopierte Dokumente</translation>
    </message>
    <message>
        <source>deletions carried over</source>
        <translation>übernommene Löschungen</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>überprüft</translation>
    </message>
    <message>
        <source>bytes copied</source>
        <translation>kopierte Bytes</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>newer or only on the target</source>
        <translation>neuer oder nur auf dem Ziel</translation>
    </message>
    <message>
        <source>left for the next run</source>
        <translation>für den nächsten Lauf übrig</translation>
    </message>
    <message>
        <source>Documents: %1 of %2</source>
        <translation>Dokumente: %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>cspool::ModuleStatus</name>
    <message>
        <source>The active Central Management store is not on pool %1.</source>
        <translation>Der aktive zentrale Verwaltungsspeicher ist nicht auf dem Pool %1.</translation>
    </message>
    <message>
        <source>The pool %1 has no backup pool.</source>
        <translation>Der Pool %1 hat keinen Sicherungspool.</translation>
    </message>
    <message>
        <source>Pair it with another pool in the topology.</source>
        <translation>Bilden Sie in der Topologie ein Paar mit einem anderen Pool.</translation>
    </message>
    <message>
        <source>The users of pool %1 are served by pool %2, but its backup pool in the topology that was read is %3.</source>
        <translation>Die Benutzer des Pools %1 werden vom Pool %2 bedient, aber sein Sicherungspool in der gelesenen Topologie ist %3.</translation>
    </message>
    <message>
        <source>Publish the topology with the pairing that was in force at the failover, fail the pool back, and pair it anew afterwards.</source>
        <translation>Veröffentlichen Sie die Topologie mit dem Paar, das beim Failover galt, führen Sie den Failback des Pools aus, und bilden Sie danach das neue Paar.</translation>
    </message>
    <message>
        <source>The conference content of pool %1 cannot be reached: %2</source>
        <translation>Der Konferenzinhalt des Pools %1 ist nicht erreichbar: %2</translation>
    </message>
</context>
<context>
    <name>cspool::ModulesTab</name>
    <message>
        <source>Backup modules</source>
        <translation>Sicherungsmodule</translation>
    </message>
    <message>
        <source>The status could not be read: what the module does now is not known.</source>
        <translation>Der Status konnte nicht gelesen werden: Was das Modul jetzt tut, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Export of %1: %2</source>
        <translation>Export von %1: %2</translation>
    </message>
    <message>
        <source>Import of %1: %2</source>
        <translation>Import von %1: %2</translation>
    </message>
    <message>
        <source>There is no status, because the pool has no backup pool: see Overview for what to do.</source>
        <translation>Es gibt keinen Status, weil der Pool keinen Sicherungspool hat: siehe „Überblick“, was zu tun ist.</translation>
    </message>
    <message>
        <source>Pools of this kind are not backed up: they have no modules.</source>
        <translation>Pools dieser Art werden nicht gesichert: Sie haben keine Module.</translation>
    </message>
    <message>
        <source>The status could not be read: %1 The modules were last seen at %2.</source>
        <translation>Der Status konnte nicht gelesen werden: %1 Die Module wurden zuletzt um %2 gesehen.</translation>
    </message>
    <message>
        <source>The status is being read…</source>
        <translation>Der Status wird gelesen …</translation>
    </message>
    <message>
        <source>The backup service of this pool is active on %1.</source>
        <translation>Der Sicherungsdienst dieses Pools ist auf %1 aktiv.</translation>
    </message>
    <message>
        <source>The status could not be read: %1</source>
        <translation>Der Status konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>cspool::NameDialog</name>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>These are the steps. Each is confirmed on its own before it runs:</source>
        <translation>Dies sind die Schritte. Jeder wird für sich bestätigt, bevor er läuft:</translation>
    </message>
    <message>
        <source>This command runs:</source>
        <translation>Dieser Befehl läuft:</translation>
    </message>
    <message>
        <source>These commands run:</source>
        <translation>Diese Befehle laufen:</translation>
    </message>
    <message>
        <source>What is lost:</source>
        <translation>Was verloren geht:</translation>
    </message>
    <message>
        <source>Replication is not an archive: it holds the latest state only, and what was not copied in time cannot be brought back from it.</source>
        <translation>Die Replikation ist kein Archiv: Sie enthält nur den letzten Stand, und was nicht rechtzeitig kopiert wurde, kann aus ihr nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>&amp;I know what will be lost</source>
        <translation>&amp;Ich weiß, was verloren geht</translation>
    </message>
    <message>
        <source>I &amp;go on although these checks are open or in the way</source>
        <translation>Ich &amp;fahre fort, obwohl diese Prüfungen offen sind oder im Weg stehen</translation>
    </message>
    <message>
        <source>I &amp;go on although these checks have no answer</source>
        <translation>Ich &amp;fahre fort, obwohl diese Prüfungen keine Antwort haben</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>numbered list</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a check, its verdict</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cspool::NameField</name>
    <message>
        <source>Type the &amp;name of the pool, %1, to confirm:</source>
        <translation>Geben Sie zur Bestätigung den &amp;Namen des Pools ein, %1:</translation>
    </message>
    <message>
        <source>This is the name of the pool.</source>
        <translation>Das ist der Name des Pools.</translation>
    </message>
    <message>
        <source>The whole name is needed, with its domain.</source>
        <translation>Nötig ist der ganze Name mit seiner Domäne.</translation>
    </message>
    <message>
        <source>This is not the name of the pool.</source>
        <translation>Das ist nicht der Name des Pools.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeployment</name>
    <message>
        <source>%1 cannot host the Central Management store: the topology does not hold it as a pool with user services.</source>
        <translation>%1 kann den zentralen Verwaltungsspeicher nicht hosten: Die Topologie enthält ihn nicht als Pool mit Benutzerdiensten.</translation>
    </message>
    <message>
        <source>Name one of these pools: %1.</source>
        <translation>Nennen Sie einen dieser Pools: %1.</translation>
    </message>
    <message>
        <source>The topology document names no active Central Management store; %1 hosts it in this lab deployment.</source>
        <translation>Das Topologiedokument nennt keinen aktiven zentralen Verwaltungsspeicher; in dieser Laborbereitstellung hostet ihn %1.</translation>
    </message>
    <message>
        <source>The topology document places the active Central Management store on %1, which is no pool with user services; %2 hosts it in this lab deployment.</source>
        <translation>Das Topologiedokument legt den aktiven zentralen Verwaltungsspeicher auf %1, der kein Pool mit Benutzerdiensten ist; in dieser Laborbereitstellung hostet ihn %2.</translation>
    </message>
    <message>
        <source>To choose another pool, make the deployment with -CentralManagement.</source>
        <translation>Um einen anderen Pool zu wählen, legen Sie die Bereitstellung mit -CentralManagement an.</translation>
    </message>
    <message>
        <source>No pool has a backup pool yet, so nothing can be backed up. Next, for example: %1 Publish-CsTopology -FileName %2 -Pair &quot;%3&quot;</source>
        <translation>Noch hat kein Pool einen Sicherungspool, deshalb kann nichts gesichert werden. Als Nächstes zum Beispiel: %1 Publish-CsTopology -FileName %2 -Pair &quot;%3&quot;</translation>
    </message>
    <message>
        <source>Next, for example: %1 Backup-CsPool -PoolFqdn &quot;%2&quot;</source>
        <translation>Als Nächstes zum Beispiel: %1 Backup-CsPool -PoolFqdn &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Make the sample deployment in %1</source>
        <translation>Die Beispielbereitstellung in %1 anlegen</translation>
    </message>
    <message>
        <source>The sample lab deployment was made in %1.</source>
        <translation>Die Beispiel-Laborbereitstellung wurde in %1 angelegt.</translation>
    </message>
    <message>
        <source>Next, for example: cspool --deployment %1 Get-CsPool</source>
        <translation>Als Nächstes zum Beispiel: cspool --deployment %1 Get-CsPool</translation>
    </message>
    <message>
        <source>The topology document holds no pool that can be backed up: none has user services and a Registrar that is no Director.</source>
        <translation>Das Topologiedokument enthält keinen Pool, der gesichert werden kann: Keiner hat Benutzerdienste und einen Registrar, der kein Director ist.</translation>
    </message>
    <message>
        <source>Give the document of a deployment with at least one such pool.</source>
        <translation>Geben Sie das Dokument einer Bereitstellung mit mindestens einem solchen Pool an.</translation>
    </message>
    <message>
        <source>Make the lab deployment in %1</source>
        <translation>Die Laborbereitstellung in %1 anlegen</translation>
    </message>
    <message>
        <source>pools with stores</source>
        <translation>Pools mit Speichern</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>The lab deployment &quot;%1&quot; was made in %2.</source>
        <translation>Die Laborbereitstellung „%1“ wurde in %2 angelegt.</translation>
    </message>
    <message>
        <source>Pools with stores: %1. The Central Management store is on %2.</source>
        <translation>Pools mit Speichern: %1. Der zentrale Verwaltungsspeicher ist auf %2.</translation>
    </message>
    <message>
        <source>Pair: %1 and %2.</source>
        <translation>Paar: %1 und %2.</translation>
    </message>
    <message>
        <source>The path of the deployment is empty.</source>
        <translation>Der Pfad der Bereitstellung ist leer.</translation>
    </message>
    <message>
        <source>Name a folder with -Path.</source>
        <translation>Nennen Sie mit -Path einen Ordner.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentPairsPage</name>
    <message>
        <source>Pools and their backup pools</source>
        <translation>Pools und ihre Sicherungspools</translation>
    </message>
    <message>
        <source>As the &amp;document states</source>
        <translation>Wie das &amp;Dokument sagt</translation>
    </message>
    <message>
        <source>Pool pairings</source>
        <translation>Poolpaare</translation>
    </message>
    <message>
        <source>Two pools of a pair back each other up. Choose the backup pool of a pool in its row; its partner follows.</source>
        <translation>Zwei Pools eines Paares sichern einander. Wählen Sie in der Zeile eines Pools seinen Sicherungspool; der Partner folgt.</translation>
    </message>
    <message>
        <source>Without a pair nothing can be backed up in this deployment.</source>
        <translation>Ohne ein Paar kann in dieser Bereitstellung nichts gesichert werden.</translation>
    </message>
    <message>
        <source>%1 The pair is made all the same; use it for rehearsals only.</source>
        <translation>%1 Das Paar wird trotzdem gebildet; verwenden Sie es nur zum Üben.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentPoolModel</name>
    <message>
        <source>left alone, no backup</source>
        <translation>allein gelassen, keine Sicherung</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>unterstützt</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Serverversion</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Backup pool</source>
        <translation>Sicherungspool</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>User data archive</source>
        <translation>Benutzerdatenarchiv</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentProgressPage</name>
    <message>
        <source>The deployment is made</source>
        <translation>Die Bereitstellung wird angelegt</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The deployment was not made.</source>
        <translation>Die Bereitstellung wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>The making is being cancelled…</source>
        <translation>Das Anlegen wird abgebrochen …</translation>
    </message>
    <message>
        <source>The stores of the pools are being made…</source>
        <translation>Die Speicher der Pools werden angelegt …</translation>
    </message>
    <message>
        <source>The deployment is open; user data is being imported. You may close this window: the imports go on as jobs.</source>
        <translation>Die Bereitstellung ist geöffnet; Benutzerdaten werden importiert. Sie können dieses Fenster schließen: Die Importe laufen als Aufträge weiter.</translation>
    </message>
    <message>
        <source>The deployment was made and is open.</source>
        <translation>Die Bereitstellung wurde angelegt und ist geöffnet.</translation>
    </message>
    <message>
        <source>The deployment was made, but not everything went well.</source>
        <translation>Die Bereitstellung wurde angelegt, aber nicht alles ging gut.</translation>
    </message>
    <message>
        <source>Everything is done.</source>
        <translation>Alles ist fertig.</translation>
    </message>
    <message>
        <source>Not everything was done: the list says what was cancelled or skipped.</source>
        <translation>Nicht alles ist fertig: Die Liste sagt, was abgebrochen oder übersprungen wurde.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentRun</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Open the lab deployment in %1</source>
        <translation>Die Laborbereitstellung in %1 öffnen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message numerus="yes">
        <source>done, with %n warning(s); the page of jobs shows them</source>
        <translation>
            <numerusform>fertig, mit %n Warnung; die Seite der Aufträge zeigt sie</numerusform>
            <numerusform>fertig, mit %n Warnungen; die Seite der Aufträge zeigt sie</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>The making of the deployment was cancelled.</source>
        <translation>Das Anlegen der Bereitstellung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was left behind. Go back to change something, or try again.</source>
        <translation>Es blieb nichts zurück. Gehen Sie zurück, um etwas zu ändern, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>another deployment was opened instead</source>
        <translation>stattdessen wurde eine andere Bereitstellung geöffnet</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentSourcePage</name>
    <message>
        <source>Folder for the deployment</source>
        <translation>Ordner für die Bereitstellung</translation>
    </message>
    <message>
        <source>Name of the deployment</source>
        <translation>Name der Bereitstellung</translation>
    </message>
    <message>
        <source>Topology document</source>
        <translation>Topologiedokument</translation>
    </message>
    <message>
        <source>What the topology document holds</source>
        <translation>Was das Topologiedokument enthält</translation>
    </message>
    <message>
        <source>Folder and topology</source>
        <translation>Ordner und Topologie</translation>
    </message>
    <message>
        <source>A lab deployment lies in a folder on this machine. Its pools come from a topology document: a file of Topology Builder, or what Get-CsTopology -AsXml writes.</source>
        <translation>Eine Laborbereitstellung liegt in einem Ordner auf diesem Rechner. Ihre Pools kommen aus einem Topologiedokument: einer Datei des Topologie-Generators oder dem, was Get-CsTopology -AsXml schreibt.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Wäh&amp;len …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Den Ordner wählen</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>W&amp;ählen …</translation>
    </message>
    <message>
        <source>Choose the topology document</source>
        <translation>Das Topologiedokument wählen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>N&amp;ame:</translation>
    </message>
    <message>
        <source>&amp;Topology document:</source>
        <translation>&amp;Topologiedokument:</translation>
    </message>
    <message>
        <source>Topology documents (*.tbxml *.xml *.zip);;All files (*)</source>
        <translation>Topologiedokumente (*.tbxml *.xml *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The topology document is being read…</source>
        <translation>Das Topologiedokument wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n Standort: %1</numerusform>
            <numerusform>%n Standorte: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) that can be backed up: %1</source>
        <translation>
            <numerusform>%n Pool, der gesichert werden kann: %1</numerusform>
            <numerusform>%n Pools, die gesichert werden können: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s), without user data of their own: %1</source>
        <comment>pools and servers</comment>
        <translation>
            <numerusform>%n weiterer ohne eigene Benutzerdaten: %1</numerusform>
            <numerusform>%n weitere ohne eigene Benutzerdaten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No pairs stated: choose them on the next page.</source>
        <translation>Keine Paare angegeben: Wählen Sie sie auf der nächsten Seite.</translation>
    </message>
    <message>
        <source>There is no second pool that could back it up.</source>
        <translation>Es gibt keinen zweiten Pool, der ihn sichern könnte.</translation>
    </message>
    <message>
        <source>Pair stated: %1 and %2</source>
        <translation>Angegebenes Paar: %1 und %2</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>Zweifelhaft: %1</translation>
    </message>
    <message>
        <source>Choose the folder for the deployment to go on.</source>
        <translation>Wählen Sie den Ordner für die Bereitstellung, um fortzufahren.</translation>
    </message>
    <message>
        <source>Choose the topology document to go on.</source>
        <translation>Wählen Sie das Topologiedokument, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentState</name>
    <message>
        <source>Name the folder with its whole path; &quot;%1&quot; could be anywhere.</source>
        <translation>Nennen Sie den Ordner mit dem ganzen Pfad; „%1“ könnte irgendwo sein.</translation>
    </message>
    <message>
        <source>%1 is there already and not empty. Name a folder that does not exist yet, or an empty one.</source>
        <translation>%1 ist schon da und nicht leer. Nennen Sie einen Ordner, den es noch nicht gibt, oder einen leeren.</translation>
    </message>
    <message>
        <source>The topology document holds no pool that can be backed up: none has user services and a Registrar that is no Director. Choose the document of a deployment with at least one such pool.</source>
        <translation>Das Topologiedokument enthält keinen Pool, der gesichert werden kann: Keiner hat Benutzerdienste und einen Registrar, der kein Director ist. Wählen Sie das Dokument einer Bereitstellung mit mindestens einem solchen Pool.</translation>
    </message>
    <message>
        <source>The topology document states that %1 and %2 back each other up, and a deployment is made as its document states. Keep this pair, or give one of the two another backup pool.</source>
        <translation>Das Topologiedokument sagt, dass %1 und %2 einander sichern, und eine Bereitstellung wird so angelegt, wie ihr Dokument sagt. Behalten Sie dieses Paar, oder geben Sie einem der beiden einen anderen Sicherungspool.</translation>
    </message>
    <message>
        <source>The name of the deployment must not contain slashes, backslashes or control characters. Choose another one.</source>
        <translation>Der Name der Bereitstellung darf keine Schrägstriche, umgekehrten Schrägstriche oder Steuerzeichen enthalten. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentSummaryPage</name>
    <message>
        <source>Commands that will run</source>
        <translation>Befehle, die ausgeführt werden</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>These commands will run, one after the other. Nothing has been made yet.</source>
        <translation>Diese Befehle werden nacheinander ausgeführt. Noch wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>&amp;Create deployment</source>
        <translation>Bereitstellung an&amp;legen</translation>
    </message>
    <message>
        <source>The new deployment opens when it is made; imports go on there as jobs.</source>
        <translation>Die neue Bereitstellung öffnet sich, wenn sie angelegt ist; Importe laufen dort als Aufträge weiter.</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentUserDataPage</name>
    <message>
        <source>Pools and their user data archives</source>
        <translation>Pools und ihre Benutzerdatenarchive</translation>
    </message>
    <message>
        <source>Choose &amp;archive…</source>
        <translation>&amp;Archiv wählen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>Benutzerdaten</translation>
    </message>
    <message>
        <source>Pools begin empty. Archives of Export-CsUserData can be imported into them; this can also be done later.</source>
        <translation>Pools beginnen leer. Archive von Export-CsUserData können in sie importiert werden; das geht auch später.</translation>
    </message>
    <message>
        <source>User data archive for %1</source>
        <translation>Benutzerdatenarchiv für %1</translation>
    </message>
    <message>
        <source>User data archives (*.zip *.xml);;All files (*)</source>
        <translation>Benutzerdatenarchive (*.zip *.xml);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>cspool::NewDeploymentWizard</name>
    <message>
        <source>New lab deployment</source>
        <translation>Neue Laborbereitstellung</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>cspool::NoDeploymentPage</name>
    <message>
        <source>The pools of litwareinc.com, made for trying things out, with every status that a backup can have.</source>
        <translation>Die Pools von litwareinc.com, zum Ausprobieren angelegt, mit jedem Status, den eine Sicherung haben kann.</translation>
    </message>
    <message>
        <source>A deployment that lies in a folder on this machine.</source>
        <translation>Eine Bereitstellung, die in einem Ordner auf diesem Rechner liegt.</translation>
    </message>
    <message>
        <source>From a topology document of your own, with pairs and user data.</source>
        <translation>Aus einem eigenen Topologiedokument, mit Paaren und Benutzerdaten.</translation>
    </message>
    <message>
        <source>The sample deployment is being made</source>
        <translation>Die Beispielbereitstellung wird angelegt</translation>
    </message>
    <message>
        <source>This is done once and takes a moment. It opens by itself when it is ready.</source>
        <translation>Das geschieht einmal und dauert einen Augenblick. Sie öffnet sich von selbst, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>The deployment is being opened</source>
        <translation>Die Bereitstellung wird geöffnet</translation>
    </message>
    <message>
        <source>Its pools appear here in a moment.</source>
        <translation>Ihre Pools erscheinen hier gleich.</translation>
    </message>
    <message>
        <source>No deployment is open</source>
        <translation>Es ist keine Bereitstellung geöffnet</translation>
    </message>
    <message>
        <source>Open a deployment to see its pools and to back them up.</source>
        <translation>Öffnen Sie eine Bereitstellung, um ihre Pools zu sehen und zu sichern.</translation>
    </message>
    <message>
        <source>The pools of a genuine deployment. What is done there changes the data of real users.</source>
        <translation>Die Pools einer echten Bereitstellung. Was dort getan wird, ändert die Daten echter Benutzer.</translation>
    </message>
</context>
<context>
    <name>cspool::NotificationService</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>cspool::OpenMenu</name>
    <message>
        <source>&amp;Deployment</source>
        <translation>Ber&amp;eitstellung</translation>
    </message>
    <message>
        <source>No deployment is open</source>
        <translation>Keine Bereitstellung ist offen</translation>
    </message>
    <message>
        <source>&amp;Next deployment</source>
        <translation>&amp;Nächste Bereitstellung</translation>
    </message>
    <message>
        <source>&amp;Previous deployment</source>
        <translation>&amp;Vorige Bereitstellung</translation>
    </message>
    <message>
        <source>Lab %1 – %2</source>
        <comment>an open deployment: name, folder</comment>
        <translation>Labor %1 – %2</translation>
    </message>
    <message>
        <source>Server %1 – connected</source>
        <comment>an open deployment</comment>
        <translation>Server %1 – verbunden</translation>
    </message>
    <message>
        <source>Server %1 – connection interrupted</source>
        <comment>an open deployment</comment>
        <translation>Server %1 – Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>Server %1 – connection lost</source>
        <comment>an open deployment</comment>
        <translation>Server %1 – Verbindung verloren</translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <comment>entry of a list: number, deployment</comment>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>%1 (shown)</source>
        <comment>an open deployment, which is on the screen</comment>
        <translation>%1 (angezeigt)</translation>
    </message>
</context>
<context>
    <name>cspool::OperationEvent</name>
    <message>
        <source>An event of the record is damaged and cannot be read.</source>
        <translation>Ein Ereignis der Aufzeichnung ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The record holds an event, &quot;%1&quot;, that this version of the program does not know.</source>
        <translation>Die Aufzeichnung enthält ein Ereignis, „%1“, das diese Version des Programms nicht kennt.</translation>
    </message>
    <message>
        <source>Go on with the operation in the version of the program that wrote it.</source>
        <translation>Setzen Sie den Vorgang in der Version des Programms fort, die ihn aufgezeichnet hat.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationHint</name>
    <message>
        <source>Failover not finished</source>
        <translation>Failover nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Failback not finished</source>
        <translation>Failback nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Not finished: %1.</source>
        <comment>a list</comment>
        <translation>Nicht abgeschlossen: %1.</translation>
    </message>
    <message>
        <source>Click to show it.</source>
        <translation>Klicken Sie, um es zu zeigen.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationJournal</name>
    <message>
        <source>What has happened is not in the record yet; it is written there with what happens next. %1</source>
        <translation>Was geschehen ist, steht noch nicht im Protokoll; es wird mit dem nächsten Ereignis geschrieben. %1</translation>
    </message>
    <message>
        <source>Nothing was begun, because it could not be written down before. %1</source>
        <translation>Es wurde nichts begonnen, weil es vorher nicht aufgezeichnet werden konnte. %1</translation>
    </message>
    <message>
        <source>Somebody is at work on this pair already, with the guided operation %1 on %2, which %3 began.</source>
        <translation>An diesem Paar wird bereits gearbeitet, mit dem geführten Vorgang %1 für %2, den %3 begonnen hat.</translation>
    </message>
    <message>
        <source>Go on with that one where it is open, or end it there first.</source>
        <translation>Setzen Sie ihn dort fort, wo er geöffnet ist, oder beenden Sie ihn dort zuerst.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationListModel</name>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Ended, not complete</source>
        <translation>Beendet, nicht vollständig</translation>
    </message>
    <message>
        <source>Under way in this window</source>
        <translation>In diesem Fenster im Gange</translation>
    </message>
    <message>
        <source>Another process goes on with it</source>
        <translation>Ein anderer Prozess fährt damit fort</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Begun at %1.</source>
        <translation>Begonnen um %1.</translation>
    </message>
    <message>
        <source>Last event at %1.</source>
        <translation>Letztes Ereignis um %1.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
</context>
<context>
    <name>cspool::OperationReport</name>
    <message>
        <source>Accepted as lost: %1</source>
        <translation>Als verloren hingenommen: %1</translation>
    </message>
    <message>
        <source>Command succeeded</source>
        <translation>Befehl erfolgreich</translation>
    </message>
    <message>
        <source>Command done with warnings</source>
        <translation>Befehl mit Warnungen ausgeführt</translation>
    </message>
    <message>
        <source>Command failed</source>
        <translation>Befehl fehlgeschlagen</translation>
    </message>
    <message>
        <source>Command cancelled</source>
        <translation>Befehl abgebrochen</translation>
    </message>
    <message>
        <source>Command changed nothing</source>
        <translation>Befehl hat nichts geändert</translation>
    </message>
    <message>
        <source>Command interrupted</source>
        <translation>Befehl unterbrochen</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Not at its end</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Failover of %1 in a disaster</source>
        <translation>Failover von %1 im Notfall</translation>
    </message>
    <message>
        <source>Planned failover of %1</source>
        <translation>Geplanter Failover von %1</translation>
    </message>
    <message>
        <source>Failback of %1 in a disaster</source>
        <translation>Failback von %1 im Notfall</translation>
    </message>
    <message>
        <source>Failback of %1</source>
        <translation>Failback von %1</translation>
    </message>
    <message>
        <source>Ended before its goal</source>
        <translation>Vor dem Ziel beendet</translation>
    </message>
    <message>
        <source>Goal reached, steps left out</source>
        <translation>Ziel erreicht, Schritte ausgelassen</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Backup pool</source>
        <translation>Sicherungspool</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Disaster: the pool was taken to be down</source>
        <translation>Notfall: Es wurde angenommen, dass der Pool ausgefallen ist</translation>
    </message>
    <message>
        <source>Planned: the pool was taken to be up</source>
        <translation>Geplant: Es wurde angenommen, dass der Pool in Betrieb ist</translation>
    </message>
    <message>
        <source>Disaster: the backup pool was taken to be down</source>
        <translation>Notfall: Es wurde angenommen, dass der Sicherungspool ausgefallen ist</translation>
    </message>
    <message>
        <source>Planned: the backup pool was taken to be up</source>
        <translation>Geplant: Es wurde angenommen, dass der Sicherungspool in Betrieb ist</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Checks before</source>
        <translation>Prüfungen vorher</translation>
    </message>
    <message>
        <source>Checks in between</source>
        <translation>Prüfungen zwischendurch</translation>
    </message>
    <message>
        <source>Gone on with by %1 on %2</source>
        <translation>Fortgesetzt von %1 auf %2</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Checks at the end</source>
        <translation>Prüfungen am Ende</translation>
    </message>
    <message>
        <source>Checks at the end: is the failback possible now?</source>
        <translation>Prüfungen am Ende: Ist das Failback jetzt möglich?</translation>
    </message>
    <message>
        <source>Checks at the end: is a failover possible again?</source>
        <translation>Prüfungen am Ende: Ist ein Failover wieder möglich?</translation>
    </message>
    <message>
        <source>Told by: %1</source>
        <translation>Mitgeteilt von: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>What to do: %1 %2</source>
        <translation>Was zu tun ist: %1 %2</translation>
    </message>
    <message>
        <source>Command line: %1</source>
        <translation>Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Under way, or not known how it ended</source>
        <translation>Im Gange, oder das Ende ist nicht bekannt</translation>
    </message>
    <message>
        <source>Run by %1 on %2</source>
        <translation>Ausgeführt von %1 auf %2</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Report of the command: %1</source>
        <translation>Bericht des Befehls: %1</translation>
    </message>
    <message>
        <source>Report on the server: %1</source>
        <translation>Bericht auf dem Server: %1</translation>
    </message>
    <message>
        <source>Run elsewhere</source>
        <translation>Anderswo ausgeführt</translation>
    </message>
    <message>
        <source>%1, on %2, said that the command was run on another server.</source>
        <translation>%1 auf %2 hat angegeben, dass der Befehl auf einem anderen Server ausgeführt wurde.</translation>
    </message>
    <message>
        <source>To be run next: %1</source>
        <translation>Als Nächstes auszuführen: %1</translation>
    </message>
    <message>
        <source>Left out by %1 on %2</source>
        <translation>Ausgelassen von %1 auf %2</translation>
    </message>
    <message>
        <source>Not ended yet</source>
        <translation>Noch nicht beendet</translation>
    </message>
</context>
<context>
    <name>cspool::OperationState</name>
    <message>
        <source>It has not been looked at since the operation was left.</source>
        <translation>Seit der Vorgang verlassen wurde, wurde nicht nachgesehen.</translation>
    </message>
    <message>
        <source>Not reached: %1. %2</source>
        <translation>Nicht erreicht: %1. %2</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Every other step has reached its goal.</source>
        <translation>Alle anderen Schritte haben ihr Ziel erreicht.</translation>
    </message>
    <message>
        <source>Every step has reached its goal.</source>
        <translation>Alle Schritte haben ihr Ziel erreicht.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationStore</name>
    <message>
        <source>The record of the operation, %1, could not be written: %2</source>
        <translation>Die Aufzeichnung des Vorgangs, %1, konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space on its disk, then try again.</source>
        <translation>Prüfen Sie die Berechtigungen des Ordners und den freien Platz auf seinem Datenträger, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The record of the operation, %1, could not be read: %2</source>
        <translation>Die Aufzeichnung des Vorgangs, %1, konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is not the record of an operation: %2</source>
        <translation>%1 ist nicht die Aufzeichnung eines Vorgangs: %2</translation>
    </message>
    <message>
        <source>Begin a new operation: its checks and steps are read from the deployment.</source>
        <translation>Beginnen Sie einen neuen Vorgang: Seine Prüfungen und Schritte werden aus der Bereitstellung gelesen.</translation>
    </message>
    <message>
        <source>it does not begin with the beginning of one.</source>
        <translation>Sie beginnt nicht mit dem Anfang eines Vorgangs.</translation>
    </message>
    <message>
        <source>it holds a step twice.</source>
        <translation>Sie enthält einen Schritt zweimal.</translation>
    </message>
    <message>
        <source>it begins twice.</source>
        <translation>Sie beginnt zweimal.</translation>
    </message>
    <message>
        <source>it tells of a step, &quot;%1&quot;, that it does not have.</source>
        <translation>Sie berichtet von einem Schritt, „%1“, den es in ihr nicht gibt.</translation>
    </message>
    <message>
        <source>Line %1 of %2: %3</source>
        <translation>Zeile %1 von %2: %3</translation>
    </message>
    <message>
        <source>it holds too many events.</source>
        <translation>Sie enthält zu viele Ereignisse.</translation>
    </message>
    <message>
        <source>The record of the operation, %1, is not there.</source>
        <translation>Die Aufzeichnung des Vorgangs, %1, ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>it is not an ordinary file.</source>
        <translation>Sie ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>Sie ist zu groß.</translation>
    </message>
    <message>
        <source>Another process has this operation open.</source>
        <translation>Ein anderer Prozess hat diesen Vorgang geöffnet.</translation>
    </message>
    <message>
        <source>Another process has this operation open: process %1 on %2 (&quot;%3&quot;).</source>
        <translation>Ein anderer Prozess hat diesen Vorgang geöffnet: Prozess %1 auf %2 („%3“).</translation>
    </message>
    <message>
        <source>Go on with it there, or leave it there first. If that process no longer exists on its machine, delete the file %1.</source>
        <translation>Setzen Sie ihn dort fort, oder verlassen Sie ihn dort zuerst. Wenn dieser Prozess auf seinem Computer nicht mehr vorhanden ist, löschen Sie die Datei %1.</translation>
    </message>
    <message>
        <source>no lock can be written there.</source>
        <translation>Dort kann keine Sperre geschrieben werden.</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>it holds no events, because the operation was never begun.</source>
        <translation>Sie enthält keine Ereignisse, weil der Vorgang nie begonnen wurde.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationWork</name>
    <message>
        <source>The deployment does not offer %1 here.</source>
        <translation>Die Bereitstellung bietet %1 hier nicht an.</translation>
    </message>
    <message>
        <source>Run the command on a server of the deployment, then say here that it was run there.</source>
        <translation>Führen Sie den Befehl auf einem Server der Bereitstellung aus, und geben Sie danach hier an, dass er dort ausgeführt wurde.</translation>
    </message>
    <message>
        <source>%1 Asked with -WhatIf, the deployment says that it cannot be done now: %2 %3</source>
        <translation>%1 Mit -WhatIf gefragt, meldet die Bereitstellung, dass es jetzt nicht möglich ist: %2 %3</translation>
    </message>
    <message>
        <source>The job history could not be read, so it is not known whether the command still runs: %1</source>
        <translation>Der Auftragsverlauf konnte nicht gelesen werden. Daher ist nicht bekannt, ob der Befehl noch läuft: %1</translation>
    </message>
    <message>
        <source>The operation was interrupted when the command was about to start. The job history does not tell whether it was started.</source>
        <translation>Der Vorgang wurde unterbrochen, als der Befehl gestartet werden sollte. Der Auftragsverlauf sagt nicht, ob er gestartet wurde.</translation>
    </message>
    <message>
        <source>Another process still runs the command, as the job history tells.</source>
        <translation>Laut Auftragsverlauf führt ein anderer Prozess den Befehl noch aus.</translation>
    </message>
    <message>
        <source>The process that ran the command is gone. The server may still be at work on it.</source>
        <translation>Der Prozess, der den Befehl ausgeführt hat, ist nicht mehr vorhanden. Der Server arbeitet möglicherweise noch daran.</translation>
    </message>
    <message>
        <source>The process that ran the command is gone, and the command with it.</source>
        <translation>Der Prozess, der den Befehl ausgeführt hat, ist nicht mehr vorhanden, und mit ihm der Befehl.</translation>
    </message>
    <message>
        <source>The backup pool of %1 is not known, so there are no steps to guide through.</source>
        <translation>Der Sicherungspool von %1 ist nicht bekannt. Daher gibt es keine Schritte, durch die geführt werden könnte.</translation>
    </message>
    <message>
        <source>Look at the readiness of the pool: its checks say what is missing.</source>
        <translation>Sehen Sie sich die Bereitschaft des Pools an: Ihre Prüfungen sagen, was fehlt.</translation>
    </message>
    <message>
        <source>The operation belongs to another deployment: %1, %2.</source>
        <translation>Der Vorgang gehört zu einer anderen Bereitstellung: %1, %2.</translation>
    </message>
    <message>
        <source>The operation on %1 has ended.</source>
        <translation>Der Vorgang für %1 ist beendet.</translation>
    </message>
    <message>
        <source>Its report can be read; begin a new operation to go on.</source>
        <translation>Sein Bericht kann gelesen werden; beginnen Sie einen neuen Vorgang, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The record of the operation holds a command that no failover needs: %1</source>
        <translation>Die Aufzeichnung des Vorgangs enthält einen Befehl, den kein Failover braucht: %1</translation>
    </message>
    <message>
        <source>Begin a new operation: its checks and steps are read from the deployment.</source>
        <translation>Beginnen Sie einen neuen Vorgang: Seine Prüfungen und Schritte werden aus der Bereitstellung gelesen.</translation>
    </message>
    <message>
        <source>Open that deployment and go on with the operation there. If it can no longer be reached, begin a new operation: what has been done already is read from the deployment.</source>
        <translation>Öffnen Sie diese Bereitstellung, und setzen Sie den Vorgang dort fort. Wenn sie nicht mehr erreichbar ist, beginnen Sie einen neuen Vorgang: Was schon getan ist, wird aus der Bereitstellung gelesen.</translation>
    </message>
    <message>
        <source>The step was not run: %1 is no longer paired with %2, as it was when the operation began.</source>
        <translation>Der Schritt wurde nicht ausgeführt: %1 bildet nicht mehr wie bei Beginn des Vorgangs ein Paar mit %2.</translation>
    </message>
    <message>
        <source>End this operation, look at the readiness of the pool, and begin a new one.</source>
        <translation>Beenden Sie diesen Vorgang, sehen Sie sich die Bereitschaft des Pools an, und beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The step was not run again: another process still runs its command, as the job history tells.</source>
        <translation>Der Schritt wurde nicht noch einmal ausgeführt: Ein anderer Prozess führt seinen Befehl noch aus, wie der Auftragsverlauf zeigt.</translation>
    </message>
    <message>
        <source>Wait for its end, then look again.</source>
        <translation>Warten Sie auf sein Ende, und sehen Sie dann erneut nach.</translation>
    </message>
</context>
<context>
    <name>cspool::OperationsView</name>
    <message>
        <source>Guided operations</source>
        <translation>Geführte Vorgänge</translation>
    </message>
    <message>
        <source>No guided operation yet</source>
        <translation>Noch kein geführter Vorgang</translation>
    </message>
    <message>
        <source>The operations are being read…</source>
        <translation>Die Vorgänge werden gelesen …</translation>
    </message>
    <message>
        <source>Every guided failover and failback of yours is listed here, with its record.</source>
        <translation>Jeder Ihrer geführten Failover und Failbacks steht hier, mit seinem Nachweis.</translation>
    </message>
</context>
<context>
    <name>cspool::OverviewTab</name>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Synchronise…</source>
        <translation>S&amp;ynchronisieren …</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Pool state:</source>
        <translation>Poolzustand:</translation>
    </message>
    <message>
        <source>Backup of this pool:</source>
        <translation>Sicherung dieses Pools:</translation>
    </message>
    <message>
        <source>Backup of the other pool:</source>
        <translation>Sicherung des anderen Pools:</translation>
    </message>
    <message>
        <source>Backup pool:</source>
        <translation>Sicherungspool:</translation>
    </message>
    <message>
        <source>Central Management store:</source>
        <translation>Zentraler Verwaltungsspeicher:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Art:</translation>
    </message>
    <message>
        <source>Site:</source>
        <translation>Standort:</translation>
    </message>
    <message>
        <source>Server version:</source>
        <translation>Serverversion:</translation>
    </message>
    <message>
        <source>Read at %1.</source>
        <translation>Gelesen um %1.</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none; pools of this kind are not backed up</source>
        <translation>keiner; Pools dieser Art werden nicht gesichert</translation>
    </message>
    <message>
        <source>none, because there is no backup pool</source>
        <translation>keine, weil es keinen Sicherungspool gibt</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>%1: its users are served by %2 (read %3)</source>
        <translation>%1: Seine Benutzer werden von %2 bedient (gelesen %3)</translation>
    </message>
    <message>
        <source>%1 (read %2)</source>
        <translation>%1 (gelesen %2)</translation>
    </message>
    <message>
        <source>active in several places at once: %1. It must be in one place only.</source>
        <translation>an mehreren Stellen zugleich aktiv: %1. Er darf nur an einer Stelle aktiv sein.</translation>
    </message>
    <message>
        <source>this pool holds the active one</source>
        <translation>dieser Pool hält den aktiven</translation>
    </message>
    <message>
        <source>not here; the active one is on %1</source>
        <translation>nicht hier; der aktive ist auf %1</translation>
    </message>
    <message>
        <source>unknown: %1 (from %2 to %3)</source>
        <translation>unbekannt: %1 (von %2 nach %3)</translation>
    </message>
    <message>
        <source>… (from %1 to %2)</source>
        <translation>… (von %1 nach %2)</translation>
    </message>
    <message>
        <source>not reported (from %1 to %2)</source>
        <translation>nicht gemeldet (von %1 nach %2)</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4. Old: read %5.</source>
        <translation>%1 von %2 nach %3: %4. Alt: gelesen %5.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4 (read %5)</source>
        <translation>%1 von %2 nach %3: %4 (gelesen %5)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No backup pool</source>
        <translation>Kein Sicherungspool</translation>
    </message>
    <message>
        <source>Unsupported pair</source>
        <translation>Nicht unterstütztes Paar</translation>
    </message>
    <message>
        <source>Pair that is not mutual</source>
        <translation>Nicht gegenseitiges Paar</translation>
    </message>
    <message>
        <source>%1 is the backup pool of %2, but does not name it as its own. Check the association of both pools and publish the topology again.</source>
        <translation>%1 ist der Sicherungspool von %2, nennt ihn aber nicht als seinen eigenen. Prüfen Sie die Zuordnung beider Pools, und veröffentlichen Sie die Topologie neu.</translation>
    </message>
    <message>
        <source>Warning with the status of %1</source>
        <translation>Warnung zum Status von %1</translation>
    </message>
    <message>
        <source>Error in the backup of %1</source>
        <translation>Fehler in der Sicherung von %1</translation>
    </message>
    <message>
        <source>G&amp;uided failback…</source>
        <translation>&amp;Geführter Failback …</translation>
    </message>
    <message>
        <source>G&amp;uided failover…</source>
        <translation>&amp;Geführter Failover …</translation>
    </message>
</context>
<context>
    <name>cspool::PairingModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but %2 does not name %1. Pairing is mutual: check the association of both pools and publish the topology again.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber %2 nennt %1 nicht. Ein Paar gilt gegenseitig: Prüfen Sie die Zuordnung beider Pools, und veröffentlichen Sie die Topologie neu.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but %2 names %3. Pairing is mutual and one to one: check the association of all three pools and publish the topology again.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber %2 nennt %3. Ein Paar gilt gegenseitig, und jeder Pool gehört zu höchstens einem: Prüfen Sie die Zuordnung aller drei Pools, und veröffentlichen Sie die Topologie neu.</translation>
    </message>
    <message>
        <source>%1 is failed over: it is served by %2, and its backup runs from %2 to %1.</source>
        <translation>%1 ist im Failover: %2 bedient ihn, und seine Sicherung läuft von %2 nach %1.</translation>
    </message>
    <message>
        <source>%1 is failing over to %2: nobody can change its data until that is done.</source>
        <translation>%1 geht gerade auf %2 über: Bis das fertig ist, kann niemand seine Daten ändern.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>The pool state could not be read: %1</source>
        <translation>Der Poolzustand konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Read at %1.</source>
        <translation>Gelesen um %1.</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1
%2
Version: %3
Site: %4</source>
        <translation>%1
%2
Version: %3
Standort: %4</translation>
    </message>
    <message>
        <source>The status could not be read: %1</source>
        <translation>Der Status konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Backup of %1: %2 Read at %3.</source>
        <translation>Sicherung von %1: %2 Gelesen um %3.</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Pool state</source>
        <translation>Poolzustand</translation>
    </message>
    <message>
        <source>Its export</source>
        <translation>Sein Export</translation>
    </message>
    <message>
        <source>Its backlog</source>
        <translation>Sein Rückstand</translation>
    </message>
    <message>
        <source>Backup pool</source>
        <translation>Sicherungspool</translation>
    </message>
    <message>
        <source>State of the backup pool</source>
        <translation>Zustand des Sicherungspools</translation>
    </message>
    <message>
        <source>Export of the backup pool</source>
        <translation>Export des Sicherungspools</translation>
    </message>
    <message>
        <source>Backlog of the backup pool</source>
        <translation>Rückstand des Sicherungspools</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Von %1.</translation>
    </message>
    <message>
        <source>The backup status of %1 could not be read: %2 %3</source>
        <comment>pool, what is wrong, what to do</comment>
        <translation>Der Sicherungsstatus von %1 konnte nicht gelesen werden: %2 %3</translation>
    </message>
    <message>
        <source>Refresh to ask again.</source>
        <translation>Aktualisieren Sie, um noch einmal zu fragen.</translation>
    </message>
    <message>
        <source>Likeliest cause: %1</source>
        <translation>Wahrscheinlichste Ursache: %1</translation>
    </message>
    <message>
        <source>First step: %1</source>
        <translation>Erster Schritt: %1</translation>
    </message>
    <message>
        <source>The page of pools shows all causes and steps.</source>
        <translation>Die Seite der Pools zeigt alle Ursachen und Schritte.</translation>
    </message>
    <message>
        <source>The export of %1 is in ErrorState.</source>
        <translation>Der Export von %1 ist in ErrorState.</translation>
    </message>
    <message>
        <source>The import of %1 is in ErrorState.</source>
        <translation>Der Import von %1 ist in ErrorState.</translation>
    </message>
</context>
<context>
    <name>cspool::PairingPainter</name>
    <message>
        <source>version not reported</source>
        <translation>Version nicht gemeldet</translation>
    </message>
    <message>
        <source>%1: served by %2</source>
        <translation>%1: bedient von %2</translation>
    </message>
    <message>
        <source>No backup pool</source>
        <translation>Kein Sicherungspool</translation>
    </message>
    <message>
        <source>old: %1</source>
        <translation>alt: %1</translation>
    </message>
</context>
<context>
    <name>cspool::PairingsPage</name>
    <message>
        <source>Pool pairings</source>
        <translation>Poolpaare</translation>
    </message>
    <message>
        <source>Pairs of pools with the state of both directions. Up and Down go from pair to pair, Left and Right from pool to pool, Enter shows the pool.</source>
        <translation>Poolpaare mit dem Zustand beider Richtungen. Auf und Ab führen von Paar zu Paar, Links und Rechts von Pool zu Pool, die Eingabetaste zeigt den Pool.</translation>
    </message>
    <message>
        <source>Table of pool pairings</source>
        <translation>Tabelle der Poolpaare</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>S&amp;ynchronise…</source>
        <translation>S&amp;ynchronisieren …</translation>
    </message>
    <message>
        <source>Show &amp;pool</source>
        <translation>&amp;Pool zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>Pool, site, version or status</source>
        <translation>Pool, Standort, Version oder Status</translation>
    </message>
    <message>
        <source>Fi&amp;lter:</source>
        <translation>Fi&amp;lter:</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Pool p&amp;airings</source>
        <translation>P&amp;oolpaare</translation>
    </message>
    <message>
        <source>No deployment is open</source>
        <translation>Es ist keine Bereitstellung geöffnet</translation>
    </message>
    <message>
        <source>Open a deployment to see which pool backs up which.</source>
        <translation>Öffnen Sie eine Bereitstellung, um zu sehen, welcher Pool welchen sichert.</translation>
    </message>
    <message>
        <source>The pools could not be read</source>
        <translation>Die Pools konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Reading the pools…</source>
        <translation>Die Pools werden gelesen …</translation>
    </message>
    <message>
        <source>No pool can be backed up</source>
        <translation>Kein Pool kann gesichert werden</translation>
    </message>
    <message>
        <source>No pool of this deployment has user services and a Registrar.</source>
        <translation>Kein Pool dieser Bereitstellung hat Benutzerdienste und einen Registrar.</translation>
    </message>
    <message>
        <source>No pairing matches the filter</source>
        <translation>Kein Paar passt zum Filter</translation>
    </message>
    <message>
        <source>Every word of the filter must stand in a pool&apos;s name, site, version or status.</source>
        <translation>Jedes Wort des Filters muss in Name, Standort, Version oder Status eines Pools stehen.</translation>
    </message>
    <message>
        <source>Clear the filt&amp;er</source>
        <translation>Filt&amp;er leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of pools.</source>
        <translation>
            <numerusform>%n Poolpaar.</numerusform>
            <numerusform>%n Poolpaare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) without a backup pool.</source>
        <translation>
            <numerusform>%n Pool ohne Sicherungspool.</numerusform>
            <numerusform>%n Pools ohne Sicherungspool.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that are not supported, or not mutual.</source>
        <translation>
            <numerusform>%n Paar, das nicht unterstützt oder nicht gegenseitig ist.</numerusform>
            <numerusform>%n Paare, die nicht unterstützt oder nicht gegenseitig sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pools could not be read again: %1 What you see was read %2.</source>
        <translation>Die Pools konnten nicht neu gelesen werden: %1 Was Sie sehen, wurde %2 gelesen.</translation>
    </message>
    <message>
        <source>Pools read %1.</source>
        <translation>Pools gelesen: %1.</translation>
    </message>
    <message>
        <source>&amp;Guided failover or failback…</source>
        <translation>&amp;Geführter Failover oder Failback …</translation>
    </message>
</context>
<context>
    <name>cspool::PaperLayout</name>
    <message>
        <source>%1, lab deployment %2</source>
        <translation>%1, Laborbereitstellung %2</translation>
    </message>
    <message>
        <source>%1, servers of %2</source>
        <translation>%1, Server von %2</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>Blatt %1 von %2</translation>
    </message>
    <message>
        <source>The PDF could not be written to %1: %2</source>
        <translation>Die PDF-Datei konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Check the folder and the free space on its disk.</source>
        <translation>Prüfen Sie den Ordner und den freien Platz auf seiner Festplatte.</translation>
    </message>
    <message>
        <source>The printer %1 does not accept the report.</source>
        <translation>Der Drucker %1 nimmt den Bericht nicht an.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>cspool::ParameterEditor</name>
    <message>
        <source>(not set)</source>
        <translation>(nicht gesetzt)</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <comment>placeholder</comment>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>Datei für %1 suchen</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>Datei für %1 wählen</translation>
    </message>
    <message>
        <source>Reports (*.html);;All files (*)</source>
        <translation>Berichte (*.html);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Name of a pool</source>
        <comment>placeholder</comment>
        <translation>Name eines Pools</translation>
    </message>
    <message>
        <source>hh:mm:ss</source>
        <comment>placeholder</comment>
        <translation>hh:mm:ss</translation>
    </message>
    <message>
        <source>A whole number</source>
        <comment>placeholder</comment>
        <translation>Eine ganze Zahl</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <comment>placeholder</comment>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>cspool::ParameterForm</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>%1 (PowerShell asks before each step)</source>
        <translation>%1 (PowerShell fragt vor jedem Schritt)</translation>
    </message>
    <message>
        <source>%1 (required):</source>
        <translation>%1 (erforderlich):</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Parameters that every cmdlet has</source>
        <translation>Parameter, die jedes Cmdlet hat</translation>
    </message>
    <message>
        <source>The message above the form says what is wrong here.</source>
        <translation>Die Meldung über dem Formular sagt, was hier falsch ist.</translation>
    </message>
    <message>
        <source>A path on the server.</source>
        <translation>Ein Pfad auf dem Server.</translation>
    </message>
    <message>
        <source>Each pool has a file of its own: %1</source>
        <translation>Jeder Pool hat seine eigene Datei: %1</translation>
    </message>
    <message>
        <source>If it is not set: %1</source>
        <translation>Wenn nicht gesetzt: %1</translation>
    </message>
    <message>
        <source>Range: %1 to %2</source>
        <translation>Bereich: %1 bis %2</translation>
    </message>
    <message>
        <source>Values: %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>Only together with: %1</source>
        <translation>Nur zusammen mit: %1</translation>
    </message>
    <message>
        <source>Not together with: %1</source>
        <translation>Nicht zusammen mit: %1</translation>
    </message>
    <message>
        <source>A path on this machine.</source>
        <translation>Ein Pfad auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Ours: Microsoft&apos;s cmdlet does not have it.</source>
        <translation>Unsere Zugabe: Microsofts Cmdlet hat ihn nicht.</translation>
    </message>
    <message>
        <source>Only in a lab deployment.</source>
        <translation>Nur in einer Laborbereitstellung.</translation>
    </message>
    <message>
        <source>Only on genuine servers.</source>
        <translation>Nur bei echten Servern.</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Typ: %1</translation>
    </message>
</context>
<context>
    <name>cspool::ParameterHelp</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keep an archive: e&amp;xport user data…</source>
        <translation>Ein Archiv aufbewahren: Benutzerdaten e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Opens the form of Export-CsUserData for the same pools.</source>
        <translation>Öffnet das Formular von Export-CsUserData für dieselben Pools.</translation>
    </message>
    <message>
        <source>Not part of %1</source>
        <translation>Nicht Teil von %1</translation>
    </message>
</context>
<context>
    <name>cspool::Pool</name>
    <message>
        <source>Edge pool</source>
        <translation>Edgepool</translation>
    </message>
    <message>
        <source>Office Web Apps Server</source>
        <translation>Office Web Apps-Server</translation>
    </message>
    <message>
        <source>Persistent Chat pool</source>
        <translation>Pool für beständigen Chat</translation>
    </message>
    <message>
        <source>Mediation pool</source>
        <translation>Vermittlungspool</translation>
    </message>
    <message>
        <source>Trusted application pool</source>
        <translation>Pool vertrauenswürdiger Anwendungen</translation>
    </message>
    <message>
        <source>SQL Server</source>
        <translation>SQL Server</translation>
    </message>
    <message>
        <source>File server</source>
        <translation>Dateiserver</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>Webserver</translation>
    </message>
    <message>
        <source>PSTN gateway</source>
        <translation>PSTN-Gateway</translation>
    </message>
    <message>
        <source>Standard Edition server</source>
        <translation>Standard Edition-Server</translation>
    </message>
    <message>
        <source>Enterprise Edition pool</source>
        <translation>Enterprise Edition-Pool</translation>
    </message>
    <message>
        <source>Survivable Branch Appliance or server</source>
        <translation>Survivable Branch Appliance oder Server</translation>
    </message>
    <message>
        <source>Director pool</source>
        <translation>Directorpool</translation>
    </message>
    <message>
        <source>Servers without a service</source>
        <translation>Server ohne Dienst</translation>
    </message>
    <message>
        <source>Servers of other services</source>
        <translation>Server anderer Dienste</translation>
    </message>
</context>
<context>
    <name>cspool::PoolActionRules</name>
    <message>
        <source>%1 (%2) has no user services: there is nothing in it to back up or export.</source>
        <translation>%1 (%2) hat keine Benutzerdienste: Es ist nichts darin zu sichern oder zu exportieren.</translation>
    </message>
    <message>
        <source>%1 has no backup pool. Pair it with another pool first.</source>
        <translation>%1 hat keinen Sicherungspool. Bilden Sie zuerst ein Paar mit einem anderen Pool.</translation>
    </message>
    <message>
        <source>%1 is in the pool state %2 already.</source>
        <translation>%1 ist bereits im Poolzustand %2.</translation>
    </message>
    <message>
        <source>%1 is not failed over: its pool state is Active.</source>
        <translation>%1 ist nicht im Failover: Sein Poolzustand ist Active.</translation>
    </message>
    <message>
        <source>%1 and %2 back each other up; only one of them can be failed over.</source>
        <translation>%1 und %2 sichern einander; nur für einen von ihnen ist ein Failover möglich.</translation>
    </message>
    <message>
        <source>Select one or more pools first.</source>
        <translation>Wählen Sie zuerst einen oder mehrere Pools aus.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolActions</name>
    <message>
        <source>Colu&amp;mns</source>
        <translation>Spal&amp;ten</translation>
    </message>
    <message>
        <source>Choose which columns are shown.</source>
        <translation>Wählen, welche Spalten gezeigt werden.</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Back up the selected pools with Backup-CsPool. A form is opened first.</source>
        <translation>Die ausgewählten Pools mit Backup-CsPool sichern. Zuerst öffnet sich ein Formular.</translation>
    </message>
    <message>
        <source>Pre&amp;view backup…</source>
        <translation>&amp;Vorschau der Sicherung …</translation>
    </message>
    <message>
        <source>See what a backup of the selected pools would do, without changing anything.</source>
        <translation>Sehen, was eine Sicherung der ausgewählten Pools tun würde, ohne etwas zu ändern.</translation>
    </message>
    <message>
        <source>&amp;Synchronise…</source>
        <translation>S&amp;ynchronisieren …</translation>
    </message>
    <message>
        <source>Bring the selected pools and their backup pools in sync with Invoke-CsBackupServiceSync.</source>
        <translation>Die ausgewählten Pools und ihre Sicherungspools mit Invoke-CsBackupServiceSync abgleichen.</translation>
    </message>
    <message>
        <source>Fail &amp;over…</source>
        <translation>Fail&amp;over …</translation>
    </message>
    <message>
        <source>Let the backup pools serve the users of the selected pools, with Invoke-CsPoolFailOver.</source>
        <translation>Die Sicherungspools die Benutzer der ausgewählten Pools bedienen lassen, mit Invoke-CsPoolFailOver.</translation>
    </message>
    <message>
        <source>Fail bac&amp;k…</source>
        <translation>Fail&amp;back …</translation>
    </message>
    <message>
        <source>Let the selected pools serve their users again, with Invoke-CsPoolFailBack.</source>
        <translation>Die ausgewählten Pools ihre Benutzer wieder bedienen lassen, mit Invoke-CsPoolFailBack.</translation>
    </message>
    <message>
        <source>&amp;Export user data…</source>
        <translation>Benutzerdaten &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write the user data of the selected pools into an archive with Export-CsUserData.</source>
        <translation>Die Benutzerdaten der ausgewählten Pools mit Export-CsUserData in ein Archiv schreiben.</translation>
    </message>
    <message>
        <source>Show in pai&amp;rings</source>
        <translation>In Poolpaa&amp;ren zeigen</translation>
    </message>
    <message>
        <source>Show the pool on the page of pool pairings.</source>
        <translation>Den Pool auf der Seite der Poolpaare zeigen.</translation>
    </message>
    <message>
        <source>Refresh selected &amp;pools</source>
        <translation>Ausgewählte &amp;Pools neu lesen</translation>
    </message>
    <message>
        <source>Read the backup status and the pool state of the selected pools again.</source>
        <translation>Sicherungsstatus und Poolzustand der ausgewählten Pools neu lesen.</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>&amp;Details zeigen</translation>
    </message>
    <message>
        <source>Show what is known of the current pool below the table.</source>
        <translation>Unter der Tabelle zeigen, was über den aktuellen Pool bekannt ist.</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with a line of headers, as text between tabs.</source>
        <translation>Die ausgewählten Zeilen mit einer Kopfzeile kopieren, als Text mit Tabulatoren.</translation>
    </message>
    <message>
        <source>Copy &amp;FQDNs</source>
        <translation>&amp;FQDNs kopieren</translation>
    </message>
    <message>
        <source>Copy the FQDNs of the selected pools, one on each line.</source>
        <translation>Die FQDNs der ausgewählten Pools kopieren, einen je Zeile.</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select all pools that match the filter.</source>
        <translation>Alle Pools auswählen, die zum Filter passen.</translation>
    </message>
    <message>
        <source>This deployment does not offer you the cmdlet %1. Ask for an administrative role that holds it; Get-CsAdminRole shows which ones do.</source>
        <translation>Diese Bereitstellung bietet Ihnen das Cmdlet %1 nicht an. Bitten Sie um eine administrative Rolle, die es enthält; Get-CsAdminRole zeigt, welche das sind.</translation>
    </message>
    <message>
        <source>&amp;Guided failover…</source>
        <translation>&amp;Geführter Failover …</translation>
    </message>
    <message>
        <source>&amp;Guided failback…</source>
        <translation>&amp;Geführter Failback …</translation>
    </message>
    <message>
        <source>Select one pool for its guided failover or failback.</source>
        <translation>Wählen Sie einen Pool für seinen geführten Failover oder Failback aus.</translation>
    </message>
    <message>
        <source>Check whether the pool is ready, and go through its failover or failback step by step.</source>
        <translation>Prüfen, ob der Pool bereit ist, und seinen Failover oder Failback Schritt für Schritt durchgehen.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolCells</name>
    <message>
        <source>This could not be read: %1</source>
        <translation>Das konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The last known value is %1, true on %2 (%3).</source>
        <translation>Der letzte bekannte Wert ist %1, gültig am %2 (%3).</translation>
    </message>
    <message>
        <source>It has not been read since the deployment was opened.</source>
        <translation>Es wurde nicht gelesen, seit die Bereitstellung geöffnet ist.</translation>
    </message>
    <message>
        <source>The deployment does not report this.</source>
        <translation>Die Bereitstellung meldet das nicht.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>This has no user services, so the backup service does not back it up.</source>
        <translation>Hier gibt es keine Benutzerdienste, der Sicherungsdienst sichert also nichts.</translation>
    </message>
    <message>
        <source>A pool without a backup pool has no backup status.</source>
        <translation>Ein Pool ohne Sicherungspool hat keinen Sicherungsstatus.</translation>
    </message>
    <message>
        <source>The status is read as soon as the pool is in sight.</source>
        <translation>Der Status wird gelesen, sobald der Pool in Sicht ist.</translation>
    </message>
    <message>
        <source>Active: the pool serves its users.</source>
        <translation>Active: Der Pool bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>FailingOver: the pool&apos;s users are being moved to the backup pool; nobody can change the pool&apos;s data until that is done.</source>
        <translation>FailingOver: Die Benutzer des Pools werden auf den Sicherungspool verlagert; bis das fertig ist, kann niemand die Daten des Pools ändern.</translation>
    </message>
    <message>
        <source>FailedOver: the backup pool serves the pool&apos;s users.</source>
        <translation>FailedOver: Der Sicherungspool bedient die Benutzer des Pools.</translation>
    </message>
    <message>
        <source>FailedBack: the pool&apos;s users were moved back to the pool, and the failback is not complete yet.</source>
        <translation>FailedBack: Die Benutzer des Pools wurden zurückgeholt, und der Failback ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>Only pools with a Registrar have a pool state.</source>
        <translation>Nur Pools mit einem Registrar haben einen Poolzustand.</translation>
    </message>
    <message>
        <source>The pool states are being read.</source>
        <translation>Die Poolzustände werden gelesen.</translation>
    </message>
    <message>
        <source>The pool does not host the Central Management store.</source>
        <translation>Der Pool hostet den zentralen Verwaltungsspeicher nicht.</translation>
    </message>
    <message>
        <source>that %1 is the active master</source>
        <translation>dass %1 der aktive Master ist</translation>
    </message>
    <message>
        <source>The status of the Central Management store is being read.</source>
        <translation>Der Status des zentralen Verwaltungsspeichers wird gelesen.</translation>
    </message>
    <message>
        <source>The pool can take over the Central Management store, which is active on %1.</source>
        <translation>Der Pool kann den zentralen Verwaltungsspeicher übernehmen, der auf %1 aktiv ist.</translation>
    </message>
    <message>
        <source>The pool hosts the active Central Management store.</source>
        <translation>Der Pool hostet den aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>Several pools transfer files as the active Central Management store: %1. After a failover only one may.</source>
        <translation>Mehrere Pools übertragen Dateien als aktiver zentraler Verwaltungsspeicher: %1. Nach einem Failover darf das nur einer.</translation>
    </message>
    <message>
        <source>Check the store on each of them, and repeat Invoke-CsManagementServerFailover.</source>
        <translation>Prüfen Sie den Speicher auf jedem von ihnen, und wiederholen Sie Invoke-CsManagementServerFailover.</translation>
    </message>
    <message>
        <source>Ended on %1, run by %2.</source>
        <translation>Beendet am %1, ausgeführt von %2.</translation>
    </message>
    <message>
        <source>Begun on %1, run by %2. When it ended is not known.</source>
        <translation>Begonnen am %1, ausgeführt von %2. Wann er endete, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This cannot be backed up.</source>
        <translation>Das kann nicht gesichert werden.</translation>
    </message>
    <message>
        <source>The history of jobs could not be read: %1</source>
        <translation>Der Auftragsverlauf konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The history of jobs is being read.</source>
        <translation>Der Auftragsverlauf wird gelesen.</translation>
    </message>
    <message>
        <source>The pool is not among the latest runs in the history; it may have been backed up before.</source>
        <translation>Der Pool ist nicht unter den letzten Läufen des Verlaufs; er kann früher gesichert worden sein.</translation>
    </message>
    <message>
        <source>This console has no run of Backup-CsPool for the pool in its history. The backup service replicates on its own.</source>
        <translation>Diese Konsole hat keinen Lauf von Backup-CsPool für den Pool im Verlauf. Der Sicherungsdienst repliziert von selbst.</translation>
    </message>
    <message>
        <source>The deployment reports no computers of the pool.</source>
        <translation>Die Bereitstellung meldet keine Computer des Pools.</translation>
    </message>
    <message>
        <source>Computers: %1</source>
        <translation>Computer: %1</translation>
    </message>
    <message>
        <source>The deployment reports no services of the pool.</source>
        <translation>Die Bereitstellung meldet keine Dienste des Pools.</translation>
    </message>
    <message>
        <source>Told from its services: %1</source>
        <translation>An seinen Diensten erkannt: %1</translation>
    </message>
    <message>
        <source>%1 is the backup pool of %2.</source>
        <translation>%1 ist der Sicherungspool von %2.</translation>
    </message>
    <message>
        <source>The pool has no backup pool, so that nothing of it is backed up. Pools are paired in Topology Builder, as associated backup pool.</source>
        <translation>Der Pool hat keinen Sicherungspool, von ihm wird also nichts gesichert. Paare werden im Topologie-Generator gebildet, als zugeordneter Sicherungspool.</translation>
    </message>
    <message>
        <source>Only pools with user services have a backup pool.</source>
        <translation>Nur Pools mit Benutzerdiensten haben einen Sicherungspool.</translation>
    </message>
    <message>
        <source>The pools could not be read again: %1</source>
        <translation>Die Pools konnten nicht neu gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1, true on %2 (%3).</source>
        <comment>cmdlet, time, age</comment>
        <translation>%1, gültig am %2 (%3).</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Serverversion</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Backup pool</source>
        <translation>Sicherungspool</translation>
    </message>
    <message>
        <source>Export status</source>
        <translation>Exportstatus</translation>
    </message>
    <message>
        <source>Import status</source>
        <translation>Importstatus</translation>
    </message>
    <message>
        <source>Pool state</source>
        <translation>Poolzustand</translation>
    </message>
    <message>
        <source>Central Management store</source>
        <translation>Zentraler Verwaltungsspeicher</translation>
    </message>
    <message>
        <source>Last run from this console</source>
        <translation>Letzter Lauf von dieser Konsole</translation>
    </message>
    <message>
        <source>The pool&apos;s fully qualified domain name.</source>
        <translation>Der vollqualifizierte Domänenname des Pools.</translation>
    </message>
    <message>
        <source>The site to which the pool belongs.</source>
        <translation>Der Standort, zu dem der Pool gehört.</translation>
    </message>
    <message>
        <source>The version of the server software.</source>
        <translation>Die Version der Serversoftware.</translation>
    </message>
    <message>
        <source>What the pool is, told from its services.</source>
        <translation>Was der Pool ist, an seinen Diensten erkannt.</translation>
    </message>
    <message>
        <source>The pool that keeps the backup: its associated backup pool.</source>
        <translation>Der Pool, der die Sicherung hält: sein zugeordneter Sicherungspool.</translation>
    </message>
    <message>
        <source>How far the pool&apos;s changes have reached its backup pool, over all modules.</source>
        <translation>Wie weit die Änderungen des Pools seinen Sicherungspool erreicht haben, über alle Module.</translation>
    </message>
    <message>
        <source>Whether changes that arrive from the other pool are imported, over all modules.</source>
        <translation>Ob Änderungen, die vom anderen Pool ankommen, importiert werden, über alle Module.</translation>
    </message>
    <message>
        <source>Whether the pool serves its users itself.</source>
        <translation>Ob der Pool seine Benutzer selbst bedient.</translation>
    </message>
    <message>
        <source>Whether the pool hosts the Central Management store.</source>
        <translation>Ob der Pool den zentralen Verwaltungsspeicher hostet.</translation>
    </message>
    <message>
        <source>The latest backup job of the pool in this console&apos;s history, without previews. The backup service replicates on its own besides.</source>
        <translation>Der letzte Sicherungsauftrag des Pools im Verlauf dieser Konsole, ohne Vorschauen. Der Sicherungsdienst repliziert daneben von selbst.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>nicht zutreffend</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>active in several pools</source>
        <translation>auf mehreren Pools aktiv</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>succeeded with warnings</source>
        <translation>mit Warnungen erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>previewed</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>no backup pool</source>
        <translation>kein Sicherungspool</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The name stands for a number that the services report; it is very probably right, but Microsoft publishes no list of these numbers.</source>
        <translation>Der Name steht für eine Nummer, die die Dienste melden; er stimmt sehr wahrscheinlich, aber Microsoft veröffentlicht keine Liste dieser Nummern.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolChooser</name>
    <message>
        <source>Choose a pool</source>
        <translation>Wählen Sie einen Pool</translation>
    </message>
    <message>
        <source>Poo&amp;l:</source>
        <translation>Poo&amp;l:</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>Wei&amp;se:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a pool, its pool state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>state not known</source>
        <translation>Zustand nicht bekannt</translation>
    </message>
</context>
<context>
    <name>cspool::PoolDetails</name>
    <message>
        <source>Details of the pool</source>
        <translation>Details des Pools</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Computers and services</source>
        <translation>Computer und Dienste</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>%1 is not in the topology any more.</source>
        <translation>%1 ist nicht mehr in der Topologie.</translation>
    </message>
    <message>
        <source>Select a pool to see its details.</source>
        <translation>Wählen Sie einen Pool aus, um seine Details zu sehen.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolJobsTab</name>
    <message>
        <source>Jobs of the pool</source>
        <translation>Aufträge des Pools</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of this pool, run from this console. Enter shows the selected one.</source>
        <translation>
            <numerusform>%n Auftrag für diesen Pool, von dieser Konsole ausgeführt. Die Eingabetaste zeigt den ausgewählten.</numerusform>
            <numerusform>%n Aufträge für diesen Pool, von dieser Konsole ausgeführt. Die Eingabetaste zeigt den ausgewählten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history is being read…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing has been run for this pool from this console. What others ran is not known here.</source>
        <translation>Für diesen Pool wurde von dieser Konsole nichts ausgeführt. Was andere ausgeführt haben, ist hier nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolLock</name>
    <message>
        <source>Pool %1 is being worked on by another process.</source>
        <translation>Am Pool %1 arbeitet gerade ein anderer Prozess.</translation>
    </message>
    <message>
        <source>Pool %1 is being worked on by process %2 on %3 (&quot;%4&quot;).</source>
        <translation>Am Pool %1 arbeitet gerade der Prozess %2 auf %3 („%4“).</translation>
    </message>
    <message>
        <source>Pool %1 is being worked on by %2 (process %3 on %4, &quot;%5&quot;, since %6).</source>
        <translation>Am Pool %1 arbeitet gerade %2 (Prozess %3 auf %4, „%5“, seit %6).</translation>
    </message>
    <message>
        <source>Wait until it is done and run the command again, or let it wait with --lock-timeout SECONDS.</source>
        <translation>Warten Sie, bis er fertig ist, und führen Sie den Befehl noch einmal aus, oder lassen Sie ihn mit --lock-timeout SEKUNDEN warten.</translation>
    </message>
    <message>
        <source>If that process no longer exists on %1, delete the file %2.</source>
        <translation>Gibt es diesen Prozess auf %1 nicht mehr, löschen Sie die Datei %2.</translation>
    </message>
    <message>
        <source>The disk is full: no lock could be written in the folder %1.</source>
        <translation>Die Festplatte ist voll: Im Ordner %1 konnte keine Sperre geschrieben werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, then run the command again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte, und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>No lock can be written in the folder %1.</source>
        <translation>Im Ordner %1 kann keine Sperre geschrieben werden.</translation>
    </message>
    <message>
        <source>Give the account that runs this program the right to write there, or check whether the disk is full or mounted read-only.</source>
        <translation>Geben Sie dem Konto, unter dem dieses Programm läuft, dort das Schreibrecht, oder prüfen Sie, ob die Festplatte voll oder schreibgeschützt eingebunden ist.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolModel</name>
    <message>
        <source>From %1.</source>
        <comment>cmdlet</comment>
        <translation>Von %1.</translation>
    </message>
</context>
<context>
    <name>cspool::PoolPairing</name>
    <message>
        <source>%1 names a service as its backup (usage %2) that the topology does not hold: %3.</source>
        <translation>%1 nennt als seine Sicherung einen Dienst (Verwendung %2), den die Topologie nicht enthält: %3.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but %2 names none.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber %2 nennt keinen.</translation>
    </message>
    <message>
        <source>%1 names %2 as its backup pool, but %2 names %3.</source>
        <translation>%1 nennt %2 als seinen Sicherungspool, aber %2 nennt %3.</translation>
    </message>
    <message>
        <source>State each pair as two pools of the topology with an equals sign between them, for example -Pair &quot;pool01.contoso.com=pool02.contoso.com&quot;.</source>
        <translation>Geben Sie jedes Paar als zwei Pools der Topologie mit einem Gleichheitszeichen dazwischen an, zum Beispiel -Pair &quot;pool01.contoso.com=pool02.contoso.com&quot;.</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; is not valid. %2</source>
        <translation>Das Paar „%1“ ist ungültig. %2</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; names the pool %2, which the topology does not hold.</source>
        <translation>Das Paar „%1“ nennt den Pool %2, den die Topologie nicht enthält.</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; names %2, which cannot be backed up: it has no user services with a Registrar of its own.</source>
        <translation>Das Paar „%1“ nennt %2; dieser Pool kann nicht gesichert werden: Er hat keine Benutzerdienste mit eigenem Registrar.</translation>
    </message>
    <message>
        <source>%1 names several backup pools: %2.</source>
        <translation>%1 nennt mehrere Sicherungspools: %2.</translation>
    </message>
    <message>
        <source>%1 is named as their backup pool by several pools: %2.</source>
        <translation>%1 wird von mehreren Pools als Sicherungspool genannt: %2.</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; does not name two pools with one equals sign between them.</source>
        <translation>Das Paar „%1“ nennt nicht zwei Pools mit einem Gleichheitszeichen dazwischen.</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; names the same pool twice.</source>
        <translation>Das Paar „%1“ nennt denselben Pool zweimal.</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; names %2, which is in another pair already: pairing is one to one.</source>
        <translation>Das Paar „%1“ nennt %2; dieser Pool steht bereits in einem anderen Paar: Ein Pool gehört zu höchstens einem Paar.</translation>
    </message>
    <message>
        <source>%1 is a Standard Edition server and %2 an Enterprise pool: only Enterprise with Enterprise and Standard with Standard is supported.</source>
        <translation>%1 ist ein Standard Edition-Server und %2 ein Enterprise-Pool: Unterstützt wird nur Enterprise mit Enterprise und Standard mit Standard.</translation>
    </message>
    <message>
        <source>%1 runs %2 and %3 runs %4: pair pools of the same version. (This rule is this program&apos;s own; Microsoft&apos;s documentation names none.)</source>
        <translation>Auf %1 läuft %2 und auf %3 %4: Bilden Sie Paare aus Pools derselben Version. (Das ist eine Regel dieses Programms; Microsofts Dokumentation nennt keine.)</translation>
    </message>
</context>
<context>
    <name>cspool::PoolsPage</name>
    <message>
        <source>Fi&amp;lter:</source>
        <translation>Fi&amp;lter:</translation>
    </message>
    <message>
        <source>Type parts of a name, site, version or status</source>
        <translation>Teile von Name, Standort, Version oder Status eingeben</translation>
    </message>
    <message>
        <source>Every word must be found in one of the pool&apos;s columns. Escape clears the filter.</source>
        <translation>Jedes Wort muss in einer der Spalten des Pools vorkommen. Esc leert den Filter.</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>Zei&amp;gen:</translation>
    </message>
    <message>
        <source>Pools that can be backed up</source>
        <translation>Pools, die gesichert werden können</translation>
    </message>
    <message>
        <source>Problems and unknown statuses</source>
        <translation>Probleme und unbekannte Status</translation>
    </message>
    <message>
        <source>Without a backup pool</source>
        <translation>Ohne Sicherungspool</translation>
    </message>
    <message>
        <source>All pools and servers</source>
        <translation>Alle Pools und Server</translation>
    </message>
    <message>
        <source>SQL Servers, file servers, Directors and Edge pools cannot be backed up; &quot;All pools and servers&quot; shows them too.</source>
        <translation>SQL-Server, Dateiserver, Directors und Edgepools können nicht gesichert werden; „Alle Pools und Server“ zeigt auch sie.</translation>
    </message>
    <message>
        <source>&amp;Pools</source>
        <translation>&amp;Pools</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pool(s)</source>
        <comment>shown, all</comment>
        <translation>
            <numerusform>%1 von %Ln Pool</numerusform>
            <numerusform>%1 von %Ln Pools</numerusform>
        </translation>
    </message>
    <message>
        <source>No pool matches the filter</source>
        <translation>Kein Pool passt zum Filter</translation>
    </message>
    <message>
        <source>The deployment has pools, and the filter hides all of them.</source>
        <translation>Die Bereitstellung hat Pools, und der Filter verbirgt sie alle.</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Filter leeren</translation>
    </message>
    <message>
        <source>The deployment is being opened…</source>
        <translation>Die Bereitstellung wird geöffnet …</translation>
    </message>
    <message>
        <source>No deployment is open</source>
        <translation>Es ist keine Bereitstellung geöffnet</translation>
    </message>
    <message>
        <source>Open a deployment, or create one, with the menu of deployments.</source>
        <translation>Öffnen Sie über das Menü „Datei“ eine Bereitstellung, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>The pools could not be read</source>
        <translation>Die Pools konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>The pools are being read…</source>
        <translation>Die Pools werden gelesen …</translation>
    </message>
    <message>
        <source>The deployment has no pools</source>
        <translation>Die Bereitstellung hat keine Pools</translation>
    </message>
    <message>
        <source>Its topology names none.</source>
        <translation>Ihre Topologie nennt keine.</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>The pools could not be read again, so the table may be out of date: %1</source>
        <translation>Die Pools konnten nicht neu gelesen werden, die Tabelle kann also veraltet sein: %1</translation>
    </message>
    <message>
        <source>Not all of the selected pools can take part. %1</source>
        <translation>Nicht alle ausgewählten Pools können teilnehmen. %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Go on with the other %Ln pool(s)</source>
        <comment>those that can take part</comment>
        <translation>
            <numerusform>&amp;Mit dem anderen Pool fortfahren</numerusform>
            <numerusform>&amp;Mit den anderen %Ln Pools fortfahren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::PoolsTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>cspool::PowerShellText</name>
    <message>
        <source>At character %1: %2.</source>
        <translation>An Stelle %1: %2.</translation>
    </message>
    <message>
        <source>Write one cmdlet with its parameters. Put a value that holds such characters in single quotes.</source>
        <translation>Schreiben Sie ein Cmdlet mit seinen Parametern. Setzen Sie einen Wert, der solche Zeichen enthält, in einfache Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;|&quot; begins a pipeline, and one command is run at a time here</source>
        <translation>„|“ beginnt eine Pipeline, und hier wird immer nur ein Befehl ausgeführt</translation>
    </message>
    <message>
        <source>&quot;;&quot; begins another command, and one command is run at a time here</source>
        <translation>„;“ beginnt einen weiteren Befehl, und hier wird immer nur ein Befehl ausgeführt</translation>
    </message>
    <message>
        <source>&quot;&amp;&quot; is not supported here</source>
        <translation>„&amp;“ wird hier nicht unterstützt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would redirect input or output, which is not supported here</source>
        <translation>„%1“ würde Ein- oder Ausgabe umleiten, was hier nicht unterstützt wird</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to an expression, and expressions are not supported here</source>
        <translation>„%1“ gehört zu einem Ausdruck, und Ausdrücke werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to a script block, and script blocks are not supported here</source>
        <translation>„%1“ gehört zu einem Skriptblock, und Skriptblöcke werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins an array, a hash table or a splatted variable, which are not supported here</source>
        <translation>„%1“ beginnt ein Array, eine Hashtabelle oder eine aufgefächerte Variable; sie werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>the comment that begins here has no end</source>
        <translation>der hier beginnende Kommentar hat kein Ende</translation>
    </message>
    <message>
        <source>a second command begins on a new line, and one command is run at a time here</source>
        <translation>ein zweiter Befehl beginnt auf einer neuen Zeile, und hier wird immer nur ein Befehl ausgeführt</translation>
    </message>
    <message>
        <source>At character %1: a value is missing beside the comma.</source>
        <translation>An Stelle %1: neben dem Komma fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Separate the values of a list by single commas, or put a value that holds a comma in quotes.</source>
        <translation>Trennen Sie die Werte einer Liste durch einzelne Kommas, oder setzen Sie einen Wert mit Komma in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; behind a quoted value is an expression, and expressions are not supported here</source>
        <translation>„%1“ hinter einem Wert in Anführungszeichen ist ein Ausdruck, und Ausdrücke werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>&quot;$&quot; begins a variable, and variables are not supported here</source>
        <translation>„$“ beginnt eine Variable, und Variablen werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a variable, and variables are not supported here</source>
        <translation>„%1“ ist eine Variable, und Variablen werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>At character %1: the quoted text that begins here has no closing single quote.</source>
        <translation>An Stelle %1: Dem hier beginnenden Text fehlt das schließende einfache Anführungszeichen.</translation>
    </message>
    <message>
        <source>Close the quotation mark. Inside single quotes write &apos;&apos; for an apostrophe.</source>
        <translation>Schließen Sie das Anführungszeichen. Schreiben Sie innerhalb einfacher Anführungszeichen &apos;&apos; für einen Apostroph.</translation>
    </message>
    <message>
        <source>&quot;$&quot; begins a variable inside double quotes, and variables are not supported here</source>
        <translation>„$“ beginnt innerhalb doppelter Anführungszeichen eine Variable, und Variablen werden hier nicht unterstützt</translation>
    </message>
    <message>
        <source>At character %1: the quoted text that begins here has no closing double quote.</source>
        <translation>An Stelle %1: Dem hier beginnenden Text fehlt das schließende doppelte Anführungszeichen.</translation>
    </message>
    <message>
        <source>Close the quotation mark. Inside double quotes write &quot;&quot; for a quotation mark.</source>
        <translation>Schließen Sie das Anführungszeichen. Schreiben Sie innerhalb doppelter Anführungszeichen &quot;&quot; für ein Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>cspool::PresetMenu</name>
    <message>
        <source>&amp;Name of the preset:</source>
        <translation>&amp;Name der Vorlage:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>Als Vorlage &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Rename preset</source>
        <translation>Vorlage &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>Vorlage &amp;löschen</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>&amp;Save preset</source>
        <translation>Vorlage &amp;speichern</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Vorlage umbenennen</translation>
    </message>
    <message>
        <source>There is a preset &quot;%1&quot; already. Replace it?</source>
        <translation>Eine Vorlage „%1“ gibt es schon. Soll sie ersetzt werden?</translation>
    </message>
    <message>
        <source>&amp;Replace preset</source>
        <translation>Vorlage &amp;ersetzen</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;?</source>
        <translation>Die Vorlage „%1“ löschen?</translation>
    </message>
</context>
<context>
    <name>cspool::PrintPreview</name>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Pre&amp;vious sheet</source>
        <translation>&amp;Voriges Blatt</translation>
    </message>
    <message>
        <source>&amp;Next sheet</source>
        <translation>&amp;Nächstes Blatt</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Whole sheet</source>
        <translation>&amp;Ganzes Blatt</translation>
    </message>
    <message>
        <source>&amp;Upright</source>
        <translation>&amp;Hochformat</translation>
    </message>
    <message>
        <source>&amp;Landscape</source>
        <translation>&amp;Querformat</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>Blatt %1 von %2</translation>
    </message>
    <message>
        <source>Laying out the report…</source>
        <translation>Der Bericht wird gesetzt …</translation>
    </message>
    <message>
        <source>&amp;First sheet</source>
        <translation>&amp;Erstes Blatt</translation>
    </message>
    <message>
        <source>L&amp;ast sheet</source>
        <translation>&amp;Letztes Blatt</translation>
    </message>
    <message>
        <source>&amp;Cancel printing</source>
        <translation>Druck &amp;abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Printing %n sheet(s)…</source>
        <translation>
            <numerusform>%n Blatt wird gedruckt …</numerusform>
            <numerusform>%n Blätter werden gedruckt …</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was not printed. %1</source>
        <translation>Der Bericht wurde nicht gedruckt. %1</translation>
    </message>
    <message numerus="yes">
        <source>You cancelled the printing. The printer may still print the first %n sheet(s).</source>
        <translation>
            <numerusform>Sie haben den Druck abgebrochen. Der Drucker druckt möglicherweise noch das erste Blatt (%n).</numerusform>
            <numerusform>Sie haben den Druck abgebrochen. Der Drucker druckt möglicherweise noch die ersten %n Blätter.</numerusform>
        </translation>
    </message>
    <message>
        <source>You cancelled the printing. The unfinished file was removed.</source>
        <translation>Sie haben den Druck abgebrochen. Die unfertige Datei wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>cspool::ProcessErrors</name>
    <message>
        <source>The program ssh is not installed on this machine, or not in the PATH.</source>
        <translation>Das Programm ssh ist auf diesem Rechner nicht installiert oder liegt nicht im PATH.</translation>
    </message>
    <message>
        <source>Install the OpenSSH client, or connect with an address that begins with https://.</source>
        <translation>Installieren Sie den OpenSSH-Client, oder verbinden Sie sich mit einer Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>PowerShell is not installed on this machine, or not in the PATH.</source>
        <translation>PowerShell ist auf diesem Rechner nicht installiert oder liegt nicht im PATH.</translation>
    </message>
    <message>
        <source>Install PowerShell, or connect to a server: with an address that begins with https:// or ssh://.</source>
        <translation>Installieren Sie PowerShell, oder verbinden Sie sich mit einem Server: mit einer Adresse, die mit https:// oder ssh:// beginnt.</translation>
    </message>
    <message>
        <source>The program that leads to %1 could not be started: %3</source>
        <translation>Das Programm, das zu %1 führt, konnte nicht gestartet werden: %3</translation>
    </message>
    <message>
        <source>Check that it can be run on this machine; then connect again.</source>
        <translation>Prüfen Sie, dass es auf diesem Rechner ausgeführt werden kann; verbinden Sie sich dann erneut.</translation>
    </message>
    <message>
        <source>%1 shows another host key than the one that is known: it may be a different machine that pretends to be this server.</source>
        <translation>%1 zeigt einen anderen Hostschlüssel als den bekannten: Es könnte ein fremder Rechner sein, der sich als dieser Server ausgibt.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known on this machine.</source>
        <translation>Der Hostschlüssel von %1 ist auf diesem Rechner nicht bekannt.</translation>
    </message>
    <message>
        <source>Connect once with ssh in a terminal, compare the key that it shows with the server&apos;s, and accept it there.</source>
        <translation>Verbinden Sie sich einmal mit ssh in einem Terminal, vergleichen Sie den angezeigten Schlüssel mit dem des Servers und nehmen Sie ihn dort an.</translation>
    </message>
    <message>
        <source>%1 did not let you in: %3</source>
        <translation>%1 hat Sie nicht hereingelassen: %3</translation>
    </message>
    <message>
        <source>Check the user name in the address. Nothing is asked on this way: sign in with a key that an agent holds (ssh-add) or with a Kerberos ticket (kinit), and try ssh in a terminal.</source>
        <translation>Prüfen Sie den Benutzernamen in der Adresse. Auf diesem Weg wird nichts gefragt: Melden Sie sich mit einem Schlüssel an, den ein Agent bereithält (ssh-add), oder mit einem Kerberos-Ticket (kinit), und versuchen Sie es mit ssh in einem Terminal.</translation>
    </message>
    <message>
        <source>%1 broke off the sign-in after too many keys that it does not know.</source>
        <translation>%1 hat die Anmeldung nach zu vielen unbekannten Schlüsseln abgebrochen.</translation>
    </message>
    <message>
        <source>Name the right key for this server in ~/.ssh/config, with IdentityFile and IdentitiesOnly.</source>
        <translation>Nennen Sie den richtigen Schlüssel für diesen Server in ~/.ssh/config, mit IdentityFile und IdentitiesOnly.</translation>
    </message>
    <message>
        <source>There is no host with the name &quot;%1&quot;.</source>
        <translation>Es gibt keinen Host mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Check the name. If it is right, this computer&apos;s DNS does not know it: use the full name, or connect to the network of the deployment first.</source>
        <translation>Prüfen Sie den Namen. Wenn er stimmt, kennt ihn das DNS dieses Rechners nicht: Verwenden Sie den vollständigen Namen, oder verbinden Sie sich zuerst mit dem Netz der Bereitstellung.</translation>
    </message>
    <message>
        <source>%1 is there, but no ssh server answers at its port %2.</source>
        <translation>%1 ist erreichbar, aber an Port %2 antwortet kein SSH-Server.</translation>
    </message>
    <message>
        <source>Check on the server that its ssh service runs at this port, and that no firewall refuses the connection.</source>
        <translation>Prüfen Sie auf dem Server, dass sein SSH-Dienst an diesem Port läuft und dass keine Firewall die Verbindung ablehnt.</translation>
    </message>
    <message>
        <source>%1 did not answer at port %2 within the time.</source>
        <translation>%1 hat an Port %2 nicht innerhalb der Zeitgrenze geantwortet.</translation>
    </message>
    <message>
        <source>Check that the server runs and that no firewall between here and there swallows connections to this port; then try again.</source>
        <translation>Prüfen Sie, dass der Server läuft und keine Firewall dazwischen Verbindungen zu diesem Port verschluckt; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>There is no way through the network to %1.</source>
        <translation>Es führt kein Weg durch das Netz zu %1.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network connection, and a VPN where one is needed.</source>
        <translation>Prüfen Sie die Netzverbindung dieses Rechners und, wo nötig, das VPN.</translation>
    </message>
    <message>
        <source>%1 lets you in, but offers no PowerShell Remoting over ssh.</source>
        <translation>%1 lässt Sie herein, bietet aber kein PowerShell-Remoting über ssh an.</translation>
    </message>
    <message>
        <source>Add the subsystem &quot;powershell&quot; to sshd_config on the server (Subsystem powershell … -sshs) and restart its ssh service, or connect with an address that begins with https://.</source>
        <translation>Tragen Sie auf dem Server das Subsystem „powershell“ in sshd_config ein (Subsystem powershell … -sshs) und starten Sie seinen SSH-Dienst neu, oder verbinden Sie sich mit einer Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>The configuration of ssh on this machine cannot be used: %3</source>
        <translation>Die Konfiguration von ssh auf diesem Rechner ist nicht verwendbar: %3</translation>
    </message>
    <message>
        <source>Mend it in ~/.ssh or /etc/ssh; then connect again.</source>
        <translation>Berichtigen Sie sie in ~/.ssh oder /etc/ssh; verbinden Sie sich dann erneut.</translation>
    </message>
    <message>
        <source>%1 closed the connection before you were signed in: %3</source>
        <translation>%1 hat die Verbindung geschlossen, bevor Sie angemeldet waren: %3</translation>
    </message>
    <message>
        <source>The server may be too busy, or not accept connections from this machine. Try again later, and look into the log of its ssh service.</source>
        <translation>Der Server ist vielleicht überlastet oder nimmt von diesem Rechner keine Verbindungen an. Versuchen Sie es später erneut und sehen Sie im Protokoll seines SSH-Dienstes nach.</translation>
    </message>
    <message>
        <source>The ssh service of %1 could not start PowerShell: %3</source>
        <translation>Der SSH-Dienst von %1 konnte PowerShell nicht starten: %3</translation>
    </message>
    <message>
        <source>Install PowerShell on the server, and check the path of the subsystem &quot;powershell&quot; in its sshd_config.</source>
        <translation>Installieren Sie PowerShell auf dem Server und prüfen Sie den Pfad des Subsystems „powershell“ in seiner sshd_config.</translation>
    </message>
    <message>
        <source>The connection to %1 by ssh failed: %3</source>
        <translation>Die Verbindung zu %1 über ssh ist fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>Try ssh in a terminal; when that works, connect again.</source>
        <translation>Versuchen Sie es mit ssh in einem Terminal; wenn das gelingt, verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>PowerShell on %1 ended instead of opening a session: %3</source>
        <translation>PowerShell auf %1 hat sich beendet, statt eine Sitzung zu öffnen: %3</translation>
    </message>
    <message>
        <source>Start PowerShell there by hand to see what keeps it from running.</source>
        <translation>Starten Sie PowerShell dort von Hand, um zu sehen, was es an der Ausführung hindert.</translation>
    </message>
    <message>
        <source>The connection to PowerShell on %1 was lost: %3</source>
        <translation>Die Verbindung zu PowerShell auf %1 ist verloren gegangen: %3</translation>
    </message>
    <message>
        <source>What ran there may have ended before its time: connect again and look at the states of the pools before you repeat it.</source>
        <translation>Was dort lief, ist vielleicht vorzeitig beendet worden: Verbinden Sie sich erneut und sehen Sie sich die Zustände der Pools an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>What answers on %1 is not PowerShell Remoting: %3</source>
        <translation>Was auf %1 antwortet, ist kein PowerShell-Remoting: %3</translation>
    </message>
    <message>
        <source>Nothing but PowerShell may write to this connection: look for a start-up file of the user or of the shell on the server that prints something.</source>
        <translation>Nur PowerShell darf in diese Verbindung schreiben: Suchen Sie auf dem Server nach einer Startdatei des Benutzers oder der Shell, die etwas ausgibt.</translation>
    </message>
    <message>
        <source>PowerShell on %1 cannot go on: %3</source>
        <translation>PowerShell auf %1 kann nicht weiterarbeiten: %3</translation>
    </message>
    <message>
        <source>Connect again; if it happens again, look into the server&apos;s event log.</source>
        <translation>Verbinden Sie sich erneut; wenn es wieder geschieht, sehen Sie im Ereignisprotokoll des Servers nach.</translation>
    </message>
    <message>
        <source>its process was ended.</source>
        <translation>sein Prozess wurde beendet.</translation>
    </message>
    <message>
        <source>its process ended with the exit code %1.</source>
        <translation>sein Prozess endete mit dem Exitcode %1.</translation>
    </message>
    <message>
        <source>Do not connect before whoever runs the server has confirmed the new key. Then remove the old one with ssh-keygen -R %4 and connect once with ssh in a terminal.</source>
        <translation>Verbinden Sie sich erst, wenn der Betreiber des Servers den neuen Schlüssel bestätigt hat. Entfernen Sie dann den alten mit ssh-keygen -R %4 und verbinden Sie sich einmal mit ssh in einem Terminal.</translation>
    </message>
</context>
<context>
    <name>cspool::ProcessFlow</name>
    <message>
        <source>it asked for what only a server can do.</source>
        <translation>es wurde etwas verlangt, was nur ein Server kann.</translation>
    </message>
</context>
<context>
    <name>cspool::ProcessPacket</name>
    <message>
        <source>it sent &quot;%1&quot;.</source>
        <translation>es sendete „%1“.</translation>
    </message>
    <message>
        <source>it sent a line longer than any of the protocol.</source>
        <translation>es sendete eine Zeile, die länger ist als jede zulässige.</translation>
    </message>
</context>
<context>
    <name>cspool::ProcessProgram</name>
    <message>
        <source>Enter an address such as ssh://anna@server.contoso.com.</source>
        <translation>Geben Sie eine Adresse wie ssh://anna@server.contoso.com ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a host.</source>
        <translation>„%1“ ist kein Name eines Hosts.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a user.</source>
        <translation>„%1“ ist kein Name eines Benutzers.</translation>
    </message>
    <message>
        <source>Servers cannot be reached over %1:// by this program.</source>
        <translation>Über %1:// kann dieses Programm keine Server erreichen.</translation>
    </message>
</context>
<context>
    <name>cspool::PromptDialog</name>
    <message>
        <source>Hel&amp;p</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>%1 asks a question</source>
        <comment>name of a job</comment>
        <translation>%1 stellt eine Frage</translation>
    </message>
    <message>
        <source>Explains each choice and answers nothing</source>
        <translation>Erklärt jede Auswahl und beantwortet nichts</translation>
    </message>
    <message>
        <source>Answer la&amp;ter</source>
        <translation>S&amp;päter antworten</translation>
    </message>
    <message>
        <source>The job goes on waiting. Its question can be answered from the list of jobs, or with Ctrl+J.</source>
        <translation>Der Auftrag wartet weiter. Seine Frage kann in der Liste der Aufträge oder mit Strg+J beantwortet werden.</translation>
    </message>
    <message>
        <source>&amp;Send answer</source>
        <translation>Antwort &amp;senden</translation>
    </message>
    <message>
        <source>Deployment: %1</source>
        <translation>Bereitstellung: %1</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>&amp;Answer:</source>
        <translation>&amp;Antwort:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>Sec&amp;ret answer:</source>
        <translation>&amp;Geheime Antwort:</translation>
    </message>
</context>
<context>
    <name>cspool::PromptText</name>
    <message>
        <source>back up the pool</source>
        <translation>den Pool sichern</translation>
    </message>
    <message>
        <source>import the user data</source>
        <translation>die Benutzerdaten importieren</translation>
    </message>
    <message>
        <source>synchronise the pools</source>
        <translation>die Pools synchronisieren</translation>
    </message>
    <message>
        <source>move the Central Management store</source>
        <translation>den zentralen Verwaltungsspeicher verlagern</translation>
    </message>
    <message>
        <source>replicate the configuration</source>
        <translation>die Konfiguration replizieren</translation>
    </message>
    <message>
        <source>fail back the pool</source>
        <translation>den Failback des Pools ausführen</translation>
    </message>
    <message>
        <source>fail over the pool</source>
        <translation>den Failover des Pools ausführen</translation>
    </message>
    <message>
        <source>publish the topology</source>
        <translation>die Topologie veröffentlichen</translation>
    </message>
    <message>
        <source>reset the configuration</source>
        <translation>die Konfiguration zurücksetzen</translation>
    </message>
    <message>
        <source>remove the backup data</source>
        <translation>die Sicherungsdaten entfernen</translation>
    </message>
    <message>
        <source>change the configuration</source>
        <translation>die Konfiguration ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Yes: back up the pool</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>change the next hop of the Edge pool</source>
        <translation>den nächsten Hop des Edgepools ändern</translation>
    </message>
</context>
<context>
    <name>cspool::PublishTopology</name>
    <message>
        <source>The pairing of %1 cannot change now: the pool is in the state %2 and served by %3.</source>
        <translation>Das Paar von %1 kann sich jetzt nicht ändern: Der Pool ist im Zustand %2 und wird von %3 bedient.</translation>
    </message>
    <message>
        <source>Run Invoke-CsPoolFailBack -PoolFqdn &quot;%1&quot; first, or publish a topology that leaves its pairing as it is.</source>
        <translation>Führen Sie zuerst Invoke-CsPoolFailBack -PoolFqdn &quot;%1&quot; aus, oder veröffentlichen Sie eine Topologie, die sein Paar lässt, wie es ist.</translation>
    </message>
    <message>
        <source>The topology document does not hold %1 as a pool with user services, but that pool hosts the active Central Management store.</source>
        <translation>Das Topologiedokument enthält %1 nicht als Pool mit Benutzerdiensten, aber dieser Pool hostet den aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>Move the store with Invoke-CsManagementServerFailover first.</source>
        <translation>Verlagern Sie zuerst den Speicher mit Invoke-CsManagementServerFailover.</translation>
    </message>
    <message>
        <source>%1 and %2 are no longer a pair: neither backs up the other any more.</source>
        <translation>%1 und %2 sind kein Paar mehr: Keiner sichert den anderen noch.</translation>
    </message>
    <message>
        <source>When the data that each holds of the other is no longer wanted, remove it with Remove-CsUserStoreBackupData.</source>
        <translation>Werden die Daten, die jeder vom anderen hält, nicht mehr gebraucht, entfernen Sie sie mit Remove-CsUserStoreBackupData.</translation>
    </message>
    <message>
        <source>%1 is not a pool with user services in the new topology. Its stores stay as they are; nothing is deleted.</source>
        <translation>%1 ist in der neuen Topologie kein Pool mit Benutzerdiensten. Seine Speicher bleiben, wie sie sind; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Publish a topology that holds it to work with it again.</source>
        <translation>Veröffentlichen Sie eine Topologie, die ihn enthält, um wieder mit ihm zu arbeiten.</translation>
    </message>
    <message>
        <source>%1 is new and gets its stores.</source>
        <translation>%1 ist neu und erhält seine Speicher.</translation>
    </message>
    <message>
        <source>New pair: %1.</source>
        <translation>Neues Paar: %1.</translation>
    </message>
    <message>
        <source>The pair %1 stays as it was published before.</source>
        <translation>Das Paar %1 bleibt, wie es zuvor veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Make the stores of %1</source>
        <translation>Die Speicher von %1 anlegen</translation>
    </message>
    <message>
        <source>Make a standby copy of the Central Management store on %1</source>
        <translation>Auf %1 eine Standby-Kopie des zentralen Verwaltungsspeichers anlegen</translation>
    </message>
    <message>
        <source>Write the topology to the Central Management store on %1</source>
        <translation>Die Topologie in den zentralen Verwaltungsspeicher auf %1 schreiben</translation>
    </message>
    <message>
        <source>This topology was published already; nothing was changed.</source>
        <translation>Diese Topologie ist bereits veröffentlicht; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Fill the replica on %1</source>
        <translation>Das Replikat auf %1 füllen</translation>
    </message>
    <message>
        <source>The topology was published to the Central Management store on %1. The local replicas get it with Invoke-CsManagementStoreReplication.</source>
        <translation>Die Topologie wurde im zentralen Verwaltungsspeicher auf %1 veröffentlicht. Die lokalen Replikate erhalten sie mit Invoke-CsManagementStoreReplication.</translation>
    </message>
    <message>
        <source>&quot;%1=&quot; ends the pairing of a pool that the topology does not hold as a pool with user services.</source>
        <translation>„%1=“ beendet das Paar eines Pools, den die Topologie nicht als Pool mit Benutzerdiensten enthält.</translation>
    </message>
    <message>
        <source>Name a pool of the topology before the equals sign, and its backup pool behind it unless the pairing is to end.</source>
        <translation>Nennen Sie vor dem Gleichheitszeichen einen Pool der Topologie und dahinter seinen Sicherungspool, außer wenn das Paar enden soll.</translation>
    </message>
    <message>
        <source>Compare with the published topology</source>
        <translation>Mit der veröffentlichten Topologie vergleichen</translation>
    </message>
    <message>
        <source>Publish the topology</source>
        <translation>Die Topologie veröffentlichen</translation>
    </message>
</context>
<context>
    <name>cspool::QueryRunner</name>
    <message numerus="yes">
        <source>%1 has not answered within %n second(s).</source>
        <translation>
            <numerusform>%1 hat binnen %n Sekunde nicht geantwortet.</numerusform>
            <numerusform>%1 hat binnen %n Sekunden nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh to ask again. When it happens often, look at the load and the disks of the deployment.</source>
        <translation>Aktualisieren Sie, um noch einmal zu fragen. Geschieht es oft, sehen Sie sich die Auslastung und die Festplatten der Bereitstellung an.</translation>
    </message>
</context>
<context>
    <name>cspool::ReadinessView</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>The checks are being read…</source>
        <translation>Die Prüfungen werden gelesen …</translation>
    </message>
    <message>
        <source>Is being read again…</source>
        <translation>Wird neu gelesen …</translation>
    </message>
    <message>
        <source>Read %1</source>
        <comment>an age: 2 minutes ago</comment>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>The oldest of them was true at %1.</source>
        <translation>Die älteste stimmte um %1.</translation>
    </message>
    <message>
        <source>Is a pool ready to be failed over?</source>
        <translation>Ist ein Pool zum Failover bereit?</translation>
    </message>
    <message>
        <source>Choose a pool and the way above. All that matters is read then, and nothing is changed: the pairing, both directions, the pool states, the Central Management store, Edge pools and what is not carried over.</source>
        <translation>Wählen Sie oben einen Pool und die Weise. Dann wird alles gelesen, worauf es ankommt, und nichts geändert: die Poolpaarung, beide Richtungen, die Poolzustände, der zentrale Verwaltungsspeicher, Edgepools und was nicht mitgenommen wird.</translation>
    </message>
</context>
<context>
    <name>cspool::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Opens a deployment that was open before.</source>
        <translation>Öffnet eine Bereitstellung, die schon geöffnet war.</translation>
    </message>
    <message>
        <source>&amp;Remove missing deployments from the list</source>
        <translation>Fe&amp;hlende Bereitstellungen aus der Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;%1  Lab %2</source>
        <comment>entry of a list: number, folder</comment>
        <translation>&amp;%1  Labor %2</translation>
    </message>
    <message>
        <source>&amp;%1  Server %2</source>
        <comment>entry of a list: number, address</comment>
        <translation>&amp;%1  Server %2</translation>
    </message>
    <message>
        <source>&amp;%1  Lab %2 (missing)</source>
        <comment>entry of a list: number, folder</comment>
        <translation>&amp;%1  Labor %2 (fehlt)</translation>
    </message>
    <message>
        <source>There is no folder %1 any more, or it cannot be reached.</source>
        <translation>Den Ordner %1 gibt es nicht mehr, oder er ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>cspool::RecentReports</name>
    <message>
        <source>Re&amp;ports of past jobs</source>
        <translation>Be&amp;richte früherer Aufträge</translation>
    </message>
    <message>
        <source>Reports of past jobs</source>
        <translation>Berichte früherer Aufträge</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Cmdlet</source>
        <translation>Cmdlet</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Open a report file…</source>
        <translation>Berichtsdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>There is no history of jobs.</source>
        <translation>Es gibt keinen Auftragsverlauf.</translation>
    </message>
    <message>
        <source>The history of jobs could not be read: %1</source>
        <translation>Der Auftragsverlauf konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No job of this console has written a report yet. A report is written at the end of every backup, whatever its result.</source>
        <translation>Noch kein Auftrag dieser Konsole hat einen Bericht geschrieben. Am Ende jeder Sicherung wird einer geschrieben, wie sie auch ausgeht.</translation>
    </message>
    <message>
        <source>No report is open. Choose one with Enter or a double click.</source>
        <translation>Es ist kein Bericht geöffnet. Wählen Sie einen mit der Eingabetaste oder einem Doppelklick.</translation>
    </message>
</context>
<context>
    <name>cspool::RecordLog</name>
    <message>
        <source>This line of the log is damaged and cannot be read.</source>
        <translation>Diese Zeile des Protokolls ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>cspool::RecordLogReader</name>
    <message>
        <source>The log of the run, %1, could not be read: %2</source>
        <translation>Das Protokoll des Laufs, %1, konnte nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>cspool::RecordLogWriter</name>
    <message>
        <source>The log of the run could not be written to %1: %2</source>
        <translation>Das Protokoll des Laufs konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space on its disk.</source>
        <translation>Prüfen Sie die Berechtigungen des Ordners und den freien Platz auf seiner Festplatte.</translation>
    </message>
</context>
<context>
    <name>cspool::RecordModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>cspool::RecordText</name>
    <message>
        <source>Begins: %1</source>
        <translation>Beginnt: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Done with warnings: %1</source>
        <translation>Fertig mit Warnungen: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Report on the server: %1</source>
        <translation>Bericht auf dem Server: %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Verbose</source>
        <translation>Ausführlich</translation>
    </message>
</context>
<context>
    <name>cspool::RefreshMenu</name>
    <message>
        <source>A&amp;utomatic refresh</source>
        <translation>A&amp;utomatisch aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Jede Sekunde</numerusform>
            <numerusform>Alle %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RemoteLink</name>
    <message numerus="yes">
        <source>%1 did not open a session within %n second(s).</source>
        <translation>
            <numerusform>%1 hat nicht innerhalb von %n Sekunde eine Sitzung geöffnet.</numerusform>
            <numerusform>%1 hat nicht innerhalb von %n Sekunden eine Sitzung geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again later; the server may be busy or out of reach.</source>
        <translation>Versuchen Sie es später noch einmal; vielleicht ist der Server beschäftigt oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 closed the command without saying how it ended.</source>
        <translation>%1 hat den Befehl geschlossen, ohne zu sagen, wie er endete.</translation>
    </message>
    <message>
        <source>The session was closed.</source>
        <translation>Die Sitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The session is not open.</source>
        <translation>Die Sitzung ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 closed the session.</source>
        <translation>%1 hat die Sitzung geschlossen.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Verbinden Sie neu.</translation>
    </message>
</context>
<context>
    <name>cspool::RemotePipeline</name>
    <message>
        <source>The session was closed.</source>
        <translation>Die Sitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Verbinden Sie neu.</translation>
    </message>
</context>
<context>
    <name>cspool::RemoteRun</name>
    <message>
        <source>Run %1 on %2</source>
        <translation>%1 auf %2 ausführen</translation>
    </message>
    <message>
        <source>Whether %1 still runs on the server or has ended is not known. Connect again and look at the state of the pools, and at the server&apos;s own report, before you run it once more.</source>
        <translation>Ob %1 auf dem Server noch läuft oder geendet hat, ist nicht bekannt. Verbinden Sie neu, und sehen Sie sich den Zustand der Pools und den Bericht des Servers an, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The server was asked to stop %1 and has not confirmed that it did.</source>
        <translation>Der Server wurde gebeten, %1 anzuhalten, und hat nicht bestätigt, dass er es getan hat.</translation>
    </message>
    <message>
        <source>It may go on there for a while. Look at the state of the pools before you run it again.</source>
        <translation>Vielleicht läuft es dort noch eine Weile. Sehen Sie sich den Zustand der Pools an, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The server called %1, which this program does not have.</source>
        <translation>Der Server hat %1 aufgerufen, was dieses Programm nicht hat.</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>The server stopped %1 before it had ended.</source>
        <translation>Der Server hat %1 angehalten, bevor es zu Ende war.</translation>
    </message>
    <message>
        <source>%1 failed on the server, which does not say why.</source>
        <translation>%1 ist auf dem Server fehlgeschlagen, der nicht sagt, warum.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s event log and at its own report.</source>
        <translation>Sehen Sie sich das Ereignisprotokoll und den Bericht des Servers an.</translation>
    </message>
    <message>
        <source>Report on the server</source>
        <translation>Bericht auf dem Server</translation>
    </message>
    <message>
        <source>Whether %1 still runs on the server or has ended is not known. To find out, run &quot;%2&quot; (in a new session, if this one is lost), and look at the server&apos;s own report, before you run it once more.</source>
        <translation>Ob %1 auf dem Server noch läuft oder beendet ist, ist nicht bekannt. Um es zu erfahren, führen Sie „%2“ aus (in einer neuen Sitzung, falls diese verloren ist), und sehen Sie sich den Bericht des Servers an, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The connection to the server was lost and is back; %1 ran on there meanwhile. If nothing more comes of it, the server may wait for the answer to a question that was lost: cancel it then.</source>
        <translation>Die Verbindung zum Server war unterbrochen und ist wieder da; %1 lief dort inzwischen weiter. Wenn nichts mehr davon kommt, wartet der Server vielleicht auf die Antwort auf eine Frage, die verloren ging: Brechen Sie es dann ab.</translation>
    </message>
    <message>
        <source>A part of what %1 said may be missing, because the connection to the server was lost while it was told.</source>
        <translation>Ein Teil dessen, was %1 gemeldet hat, fehlt möglicherweise, weil die Verbindung zum Server dabei unterbrochen wurde.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s own report.</source>
        <translation>Sehen Sie sich den Bericht des Servers an.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s own report, and run &quot;%1&quot;.</source>
        <translation>Sehen Sie sich den Bericht des Servers an, und führen Sie „%1“ aus.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 was stopped before it had ended. What it had changed by then stays: nothing is taken back.</source>
        <translation>%1 wurde angehalten, bevor es zu Ende war. Was es bis dahin geändert hatte, bleibt: Nichts wird zurückgenommen.</translation>
    </message>
    <message>
        <source>Look at the state of the pools before you run it again.</source>
        <translation>Sehen Sie sich den Zustand der Pools an, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Run &quot;%1&quot; to see what is true now, before you run it again.</source>
        <translation>Führen Sie „%1“ aus, um zu sehen, was jetzt gilt, bevor Sie es noch einmal ausführen.</translation>
    </message>
</context>
<context>
    <name>cspool::RemoteSession</name>
    <message>
        <source>%1 does not offer you the cmdlet %2.</source>
        <translation>%1 bietet Ihnen das Cmdlet %2 nicht an.</translation>
    </message>
    <message>
        <source>Ask for an administrative role that holds it; Get-CsAdminRole shows which ones do.</source>
        <translation>Bitten Sie um eine Verwaltungsrolle, die es enthält; Get-CsAdminRole zeigt, welche das sind.</translation>
    </message>
</context>
<context>
    <name>cspool::RemoteSteps</name>
    <message>
        <source>Activity without a name</source>
        <translation>Vorgang ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%n more activity(ies) of the server are not listed.</source>
        <translation>
            <numerusform>%n weiterer Vorgang des Servers ist nicht aufgeführt.</numerusform>
            <numerusform>%n weitere Vorgänge des Servers sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cspool::RemoveBackupServiceConfiguration</name>
    <message>
        <source>Reset the backup service configuration</source>
        <translation>Die Konfiguration des Sicherungsdienstes zurücksetzen</translation>
    </message>
    <message>
        <source>Every setting gets its default value again.</source>
        <translation>Jede Einstellung erhält wieder ihren voreingestellten Wert.</translation>
    </message>
</context>
<context>
    <name>cspool::RemoveUserStoreBackupData</name>
    <message>
        <source>The stores of %1 hold no data of pools other than its own and its backup pool&apos;s: nothing has to be removed.</source>
        <translation>Die Speicher von %1 enthalten keine Daten anderer Pools als der eigenen und derer des Sicherungspools: Es muss nichts entfernt werden.</translation>
    </message>
    <message>
        <source>Remove the data of %1 (documents: %2, %3; conference files: %4, %5)</source>
        <translation>Die Daten von %1 entfernen (Dokumente: %2, %3; Konferenzdateien: %4, %5)</translation>
    </message>
    <message>
        <source>%1 is neither %2 itself nor its backup pool. What is removed here, kept losers of conflicts included, cannot be brought back from here; the stores of %1 are not touched.</source>
        <translation>%1 ist weder %2 selbst noch dessen Sicherungspool. Was hier entfernt wird, beiseitegelegte Unterlegene von Konflikten eingeschlossen, kann von hier nicht zurückgeholt werden; die Speicher von %1 werden nicht angerührt.</translation>
    </message>
    <message>
        <source>Remove the data of %1 from %2</source>
        <translation>Die Daten von %1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>documents removed</source>
        <translation>entfernte Dokumente</translation>
    </message>
    <message>
        <source>files removed</source>
        <translation>entfernte Dateien</translation>
    </message>
    <message>
        <source>The data of %1 was removed from %2.</source>
        <translation>Die Daten von %1 wurden aus %2 entfernt.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportFile</name>
    <message>
        <source>The report %1 could not be read: %2</source>
        <translation>Der Bericht %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The report %1 is not there any more.</source>
        <translation>Der Bericht %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; reports in the temporary folder are removed by the system after some time.</source>
        <translation>Er kann verschoben oder gelöscht worden sein; Berichte im Ordner für temporäre Dateien entfernt das System nach einiger Zeit.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be shown as a report.</source>
        <translation>%1 ist keine Datei, die als Bericht gezeigt werden kann.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportHtml</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The language code of this translation</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>Was getan würde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not listed here: %1.</source>
        <translation>Hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The command ended before its first step.</source>
        <translation>Der Befehl endete vor seinem ersten Schritt.</translation>
    </message>
    <message>
        <source>Further steps, not listed here: %1.</source>
        <translation>Weitere Schritte, hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>Further lines, not listed here: %1.</source>
        <translation>Weitere Zeilen, hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>What this does not include</source>
        <translation>Was nicht enthalten ist</translation>
    </message>
    <message>
        <source>Written by CsPool Console %1. Times are those of the time zone %2, each with its offset from UTC.</source>
        <translation>Geschrieben von CsPool Console %1. Die Zeiten sind die der Zeitzone %2, jede mit ihrem Abstand zu UTC.</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>Der Bericht konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Check the folder and the free space on its disk. What the command did is not affected.</source>
        <translation>Prüfen Sie den Ordner und den freien Platz auf seiner Festplatte. Was der Befehl getan hat, ist davon nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportJson</name>
    <message>
        <source>The data at the end of the report file is damaged or cut off.</source>
        <translation>Die Daten am Ende der Berichtsdatei sind beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Open the file in the browser, or get the report again from where it was written.</source>
        <translation>Öffnen Sie die Datei im Browser, oder holen Sie den Bericht noch einmal von dort, wo er geschrieben wurde.</translation>
    </message>
    <message>
        <source>The data at the end of the report file unpacks to more than %1.</source>
        <translation>Die Daten am Ende der Berichtsdatei werden beim Entpacken größer als %1.</translation>
    </message>
    <message>
        <source>Open the file in the browser.</source>
        <translation>Öffnen Sie die Datei im Browser.</translation>
    </message>
    <message>
        <source>The report was written by a newer version of CsPool Console.</source>
        <translation>Der Bericht wurde von einer neueren Version von CsPool Console geschrieben.</translation>
    </message>
    <message>
        <source>Open the file in the browser, or update this program.</source>
        <translation>Öffnen Sie die Datei im Browser, oder aktualisieren Sie dieses Programm.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportNotice</name>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>cspool::ReportOutput</name>
    <message>
        <source>Save a copy of the report</source>
        <translation>Eine Kopie des Berichts speichern</translation>
    </message>
    <message>
        <source>Reports (*.html *.htm);;All files (*)</source>
        <translation>Berichte (*.html *.htm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>Der Bericht wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation>Den Bericht als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;All files (*)</source>
        <translation>PDF (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Writing the PDF %1…</source>
        <translation>Die PDF-Datei %1 wird geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>The PDF %1 was written, with %n sheet(s).</source>
        <translation>
            <numerusform>Die PDF-Datei %1 wurde geschrieben, mit %n Blatt.</numerusform>
            <numerusform>Die PDF-Datei %1 wurde geschrieben, mit %n Blättern.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>The PDF was not written: you cancelled it.</source>
        <translation>Die PDF-Datei wurde nicht geschrieben: Sie haben abgebrochen.</translation>
    </message>
    <message>
        <source>This system has no program that opens web pages. The report is in %1.</source>
        <translation>Dieses System hat kein Programm, das Webseiten öffnet. Der Bericht ist in %1.</translation>
    </message>
    <message>
        <source>A summary for a change ticket is on the clipboard: command, result, times, counts, errors and warnings.</source>
        <translation>Eine Zusammenfassung für ein Änderungsticket ist in der Zwischenablage: Befehl, Ergebnis, Zeiten, Zahlen, Fehler und Warnungen.</translation>
    </message>
    <message>
        <source>Link in a report</source>
        <translation>Verknüpfung in einem Bericht</translation>
    </message>
    <message>
        <source>The report refers to an address outside of this program. Open it in the browser?</source>
        <translation>Der Bericht verweist auf eine Adresse außerhalb dieses Programms. Soll sie im Browser geöffnet werden?</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>&amp;Im Browser öffnen</translation>
    </message>
    <message>
        <source>The report refers to something that is neither a web page nor a mail address. It is not opened.</source>
        <translation>Der Bericht verweist auf etwas, das weder eine Webseite noch eine Mailadresse ist. Es wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 is the report itself. Choose another name for the copy.</source>
        <translation>%1 ist der Bericht selbst. Wählen Sie einen anderen Namen für die Kopie.</translation>
    </message>
    <message>
        <source>The report %1 could not be read: %2</source>
        <translation>Der Bericht %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The report could not be copied to %1: %2</source>
        <translation>Der Bericht konnte nicht nach %1 kopiert werden: %2</translation>
    </message>
</context>
<context>
    <name>cspool::ReportPage</name>
    <message>
        <source>&amp;Report</source>
        <translation>Be&amp;richt</translation>
    </message>
    <message>
        <source>Open a report file</source>
        <translation>Eine Berichtsdatei öffnen</translation>
    </message>
    <message>
        <source>Reports (*.html *.htm);;All files (*)</source>
        <translation>Berichte (*.html *.htm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>The page %1 (%2) was not written by this console and is too large to be shown here.</source>
        <translation>Die Seite %1 (%2) wurde nicht von dieser Konsole geschrieben und ist zu groß, um hier gezeigt zu werden.</translation>
    </message>
    <message>
        <source>Open it in the browser.</source>
        <translation>Öffnen Sie sie im Browser.</translation>
    </message>
    <message>
        <source>This page was not written by this console. Pictures, scripts and style sheets that it refers to are never loaded.</source>
        <translation>Diese Seite wurde nicht von dieser Konsole geschrieben. Bilder, Skripte und Stilvorlagen, auf die sie verweist, werden nie geladen.</translation>
    </message>
    <message>
        <source>%1

%2</source>
        <translation>%1

%2</translation>
    </message>
    <message>
        <source>What the history knows of this job:</source>
        <translation>Was der Verlauf über diesen Auftrag weiß:</translation>
    </message>
    <message>
        <source>Command line: %1</source>
        <translation>Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Deployment: %1</source>
        <translation>Bereitstellung: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Run by: %1</source>
        <translation>Ausgeführt von: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>Errors: %1, warnings: %2</source>
        <translation>Fehler: %1, Warnungen: %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Letzter Fehler: %1</translation>
    </message>
    <message>
        <source>Its log is still there: show the job.</source>
        <translation>Sein Protokoll ist noch da: Zeigen Sie den Auftrag.</translation>
    </message>
    <message>
        <source>The report file has changed or is gone since it was read. What is shown is what it was.</source>
        <translation>Die Berichtsdatei wurde geändert oder ist verschwunden, seit sie gelesen wurde. Was gezeigt wird, ist, was sie war.</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Nothing in this report went wrong.</source>
        <translation>In diesem Bericht ging nichts schief.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Report %1, %2</source>
        <translation>Bericht %1, %2</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Eine Seite</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Open report file…</source>
        <translation>Berichtsdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Reports of past jobs</source>
        <translation>Berichte &amp;früherer Aufträge</translation>
    </message>
    <message>
        <source>Re&amp;load the report</source>
        <translation>Bericht neu &amp;laden</translation>
    </message>
    <message>
        <source>S&amp;how the job and its log</source>
        <translation>&amp;Auftrag und Protokoll zeigen</translation>
    </message>
    <message>
        <source>Close &amp;the report</source>
        <translation>Bericht s&amp;chließen</translation>
    </message>
    <message>
        <source>Cop&amp;y for a change ticket</source>
        <translation>Für ein Änderungsticket &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save a copy as…</source>
        <translation>Kopie &amp;speichern unter …</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern …</translation>
    </message>
    <message>
        <source>&amp;Print, with preview…</source>
        <translation>&amp;Drucken, mit Vorschau …</translation>
    </message>
    <message>
        <source>Open in the &amp;browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>Next proble&amp;m</source>
        <translation>Nächstes Proble&amp;m</translation>
    </message>
    <message>
        <source>Previo&amp;us problem</source>
        <translation>Vori&amp;ges Problem</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>&amp;Erste Seite</translation>
    </message>
    <message>
        <source>Previous pa&amp;ge</source>
        <translation>Vorige Seit&amp;e</translation>
    </message>
    <message>
        <source>Next pag&amp;e</source>
        <translation>N&amp;ächste Seite</translation>
    </message>
    <message>
        <source>L&amp;ast page</source>
        <translation>Le&amp;tzte Seite</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>&amp;Zoom out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Reading the report</source>
        <translation>Der Bericht wird gelesen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Why no report is shown</source>
        <translation>Warum kein Bericht gezeigt wird</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Go to a part of the report</source>
        <translation>Zu einem Teil des Berichts gehen</translation>
    </message>
</context>
<context>
    <name>cspool::ReportPages</name>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>Was getan würde</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The command ended before its first step.</source>
        <translation>Der Befehl endete vor seinem ersten Schritt.</translation>
    </message>
    <message>
        <source>Further steps, not listed here: %1.</source>
        <translation>Weitere Schritte, hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>What this does not include</source>
        <translation>Was nicht enthalten ist</translation>
    </message>
    <message>
        <source>Not listed here: %1.</source>
        <translation>Hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>Further lines, not listed here: %1.</source>
        <translation>Weitere Zeilen, hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Written by CsPool Console %1. Times are those of the time zone %2, each with its offset from UTC.</source>
        <translation>Geschrieben von CsPool Console %1. Die Zeiten sind die der Zeitzone %2, jede mit ihrem Abstand zu UTC.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportPaper</name>
    <message>
        <source>This is a part of the report: %1 of its %2 steps, from the beginning, and those further on that went wrong. The report file holds all of them.</source>
        <translation>Dies ist ein Teil des Berichts: %1 seiner %2 Schritte, vom Anfang an, und die späteren, die schiefgingen. Die Berichtsdatei enthält alle.</translation>
    </message>
</context>
<context>
    <name>cspool::ReportText</name>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation>Mit Warnungen abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped: nothing was done</source>
        <translation>Übersprungen: Es wurde nichts getan</translation>
    </message>
    <message>
        <source>Preview: nothing was changed</source>
        <translation>Vorschau: Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min %3 s</source>
        <translation>%1 h %2 min %3 s</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>%1, a lab deployment in %2</source>
        <translation>%1, eine Laborbereitstellung in %2</translation>
    </message>
    <message>
        <source>%1, genuine servers at %2</source>
        <translation>%1, echte Server unter %2</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>CsPool Console %1</source>
        <translation>CsPool Console %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>LAB DEPLOYMENT</source>
        <translation>LABORBEREITSTELLUNG</translation>
    </message>
    <message>
        <source>SERVER DEPLOYMENT</source>
        <translation>SERVERBEREITSTELLUNG</translation>
    </message>
    <message>
        <source>Everything in this report happened in a lab on this machine. No server was touched.</source>
        <translation>Alles in diesem Bericht geschah in einem Labor auf diesem Rechner. Kein Server wurde angerührt.</translation>
    </message>
    <message>
        <source>This report is about genuine servers.</source>
        <translation>Dieser Bericht handelt von echten Servern.</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source> · in the step “%1”</source>
        <translation> · im Schritt „%1“</translation>
    </message>
    <message>
        <source> · not shown on the screen, as the command line asked</source>
        <translation> · nicht auf dem Bildschirm gezeigt, wie es die Befehlszeile verlangte</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
</context>
<context>
    <name>cspool::ReportTicket</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Lab deployment, no server was touched</source>
        <translation>Laborbereitstellung, kein Server wurde angerührt</translation>
    </message>
    <message>
        <source>Genuine servers</source>
        <translation>Echte Server</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>Not listed here: %1.</source>
        <translation>Hier nicht aufgeführt: %1.</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>Was getan würde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2) What to do: %3</source>
        <translation>%1 (%2) Was zu tun ist: %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>cspool::RolesTab</name>
    <message>
        <source>Roles that hold Backup-CsPool</source>
        <translation>Rollen, die Backup-CsPool enthalten</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Scope of configuration</source>
        <translation>Bereich der Konfiguration</translation>
    </message>
    <message>
        <source>Scope of users</source>
        <translation>Bereich der Benutzer</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>made here</source>
        <translation>hier angelegt</translation>
    </message>
    <message>
        <source>The roles could not be read again: %1 What you see was read %2.</source>
        <translation>Die Rollen konnten nicht neu gelesen werden: %1 Was Sie sehen, wurde %2 gelesen.</translation>
    </message>
    <message>
        <source>The roles could not be read: %1</source>
        <translation>Die Rollen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The roles are being read…</source>
        <translation>Die Rollen werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) of this deployment hold Backup-CsPool (Get-CsAdminRole, read %1).</source>
        <translation>
            <numerusform>%n Rolle dieser Bereitstellung enthält Backup-CsPool (Get-CsAdminRole, gelesen %1).</numerusform>
            <numerusform>%n Rollen dieser Bereitstellung enthalten Backup-CsPool (Get-CsAdminRole, gelesen %1).</numerusform>
        </translation>
    </message>
    <message>
        <source>The assignment is the lab&apos;s own: which roles hold the cmdlet on genuine servers is not published.</source>
        <translation>Die Zuordnung ist die des Labors: Welche Rollen das Cmdlet bei echten Servern enthalten, ist nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>Microsoft does not publish which roles hold the cmdlet; this is what the deployment reported.</source>
        <translation>Microsoft veröffentlicht nicht, welche Rollen das Cmdlet enthalten; dies hat die Bereitstellung gemeldet.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Two gates can refuse a backup. Roles (RBAC) count in remote sessions only: who runs the cmdlet on a server itself is not asked for one. The backup service also wants the account to be a member of one of its AuthorizedUniversalGroups.</source>
        <translation>Zwei Schranken können eine Sicherung verweigern. Rollen (RBAC) zählen nur in Remotesitzungen: Wer das Cmdlet auf einem Server selbst ausführt, wird nicht danach gefragt. Der Sicherungsdienst verlangt außerdem, dass das Konto zu einer seiner AuthorizedUniversalGroups gehört.</translation>
    </message>
    <message>
        <source>Which groups these are is not known here.</source>
        <translation>Welche Gruppen das sind, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>These are: %1.</source>
        <translation>Das sind: %1.</translation>
    </message>
    <message>
        <source>A lab deployment restricts nobody by either of them.</source>
        <translation>Eine Laborbereitstellung schränkt niemanden durch eine davon ein.</translation>
    </message>
</context>
<context>
    <name>cspool::RunReport</name>
    <message>
        <source>Name another file with -Report, or leave -Report out: the report then goes to the temporary folder.</source>
        <translation>Nennen Sie mit -Report eine andere Datei, oder lassen Sie -Report weg: Der Bericht kommt dann in den Ordner für temporäre Dateien.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: that is a folder.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: the folder %2 does not exist.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Den Ordner %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: that is not an ordinary file.</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: %2</source>
        <translation>Der Bericht kann nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>What if: The existing report %1 stays as it is.</source>
        <translation>WhatIf: Der vorhandene Bericht %1 bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>cspool::RunView</name>
    <message>
        <source>No guided operation is under way here</source>
        <translation>Hier ist kein geführter Vorgang im Gange</translation>
    </message>
    <message>
        <source>Look at the readiness of a pool and begin one there, or go on with one that was left: the list of operations has them all.</source>
        <translation>Sehen Sie sich die Bereitschaft eines Pools an und beginnen Sie dort einen, oder fahren Sie mit einem verlassenen fort: Die Liste der Vorgänge enthält alle.</translation>
    </message>
    <message>
        <source>Show the read&amp;iness</source>
        <translation>Bere&amp;itschaft zeigen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Er ist beendet.</translation>
    </message>
    <message>
        <source>Step %1 of %2.</source>
        <translation>Schritt %1 von %2.</translation>
    </message>
    <message>
        <source>All steps are done.</source>
        <translation>Alle Schritte sind getan.</translation>
    </message>
    <message>
        <source>Backup pool: %1.</source>
        <translation>Sicherungspool: %1.</translation>
    </message>
    <message>
        <source>It is past the point of no return: from here on, nothing is taken back by cancelling.</source>
        <translation>Der Punkt ohne Wiederkehr ist überschritten: Von hier an nimmt Abbrechen nichts zurück.</translation>
    </message>
    <message>
        <source>The operation has ended. Its record is ready for the change ticket.</source>
        <translation>Der Vorgang ist beendet. Sein Nachweis ist für das Änderungsticket bereit.</translation>
    </message>
    <message>
        <source>The operation has ended and is not complete. Its record says how the pools are.</source>
        <translation>Der Vorgang ist beendet und nicht vollständig. Sein Nachweis sagt, wie es um die Pools steht.</translation>
    </message>
    <message>
        <source>Show the re&amp;cord</source>
        <translation>Nach&amp;weis zeigen</translation>
    </message>
    <message>
        <source>Every step is reached or left out. End the operation: all checks are read once more, and the record is closed.</source>
        <translation>Jeder Schritt ist erreicht oder ausgelassen. Beenden Sie den Vorgang: Alle Prüfungen werden noch einmal gelesen, und der Nachweis wird abgeschlossen.</translation>
    </message>
    <message>
        <source>End the operation</source>
        <translation>Vorgang beenden</translation>
    </message>
</context>
<context>
    <name>cspool::SampleMaker</name>
    <message>
        <source>Filling the pools with users and conferences</source>
        <translation>Die Pools werden mit Benutzern und Konferenzen gefüllt</translation>
    </message>
    <message>
        <source>Backing up the pools</source>
        <translation>Die Pools werden gesichert</translation>
    </message>
    <message>
        <source>Failing over a pool</source>
        <translation>Für einen Pool wird ein Failover ausgeführt</translation>
    </message>
    <message>
        <source>Surviving a disaster</source>
        <translation>Ein Notfall wird überstanden</translation>
    </message>
    <message>
        <source>Losing conference content</source>
        <translation>Konferenzinhalt geht verloren</translation>
    </message>
    <message>
        <source>Letting users go on working</source>
        <translation>Die Benutzer arbeiten weiter</translation>
    </message>
    <message>
        <source>Making the sample deployment</source>
        <translation>Die Beispielbereitstellung wird angelegt</translation>
    </message>
    <message>
        <source>The folder %1 cannot be emptied.</source>
        <translation>Der Ordner %1 kann nicht geleert werden.</translation>
    </message>
    <message>
        <source>Check that the disk has room and that you may write to it, and try again.</source>
        <translation>Prüfen Sie, ob die Festplatte Platz hat und Sie darauf schreiben dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Make the sample deployment litwareinc.com</source>
        <translation>Die Beispielbereitstellung litwareinc.com anlegen</translation>
    </message>
    <message>
        <source>Another process was making it at the same time: that one is used.</source>
        <translation>Ein anderer Prozess legte sie zur selben Zeit an: Diese wird verwendet.</translation>
    </message>
</context>
<context>
    <name>cspool::ServerAccess</name>
    <message>
        <source>There is no password for %1, and nobody to ask for it.</source>
        <translation>Es gibt kein Kennwort für %1 und niemanden, der danach gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Use --password-stdin and give the password as the first line of the standard input.</source>
        <translation>Verwenden Sie --password-stdin, und geben Sie das Kennwort als erste Zeile der Standardeingabe.</translation>
    </message>
    <message>
        <source>Password of %1 for %2: </source>
        <comment>user, host</comment>
        <translation>Kennwort von %1 für %2: </translation>
    </message>
    <message>
        <source>The standard input holds no password.</source>
        <translation>Die Standardeingabe enthält kein Kennwort.</translation>
    </message>
    <message>
        <source>No password was entered.</source>
        <translation>Es wurde kein Kennwort eingegeben.</translation>
    </message>
    <message>
        <source>Its first line must be the password.</source>
        <translation>Ihre erste Zeile muss das Kennwort sein.</translation>
    </message>
    <message>
        <source>Name a user with --user DOMAIN\name; the password is asked for.</source>
        <translation>Nennen Sie mit --user DOMÄNE\Name einen Benutzer; nach dem Kennwort wird gefragt.</translation>
    </message>
    <message>
        <source>Check the user name and the password.</source>
        <translation>Prüfen Sie Benutzernamen und Kennwort.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate does not verify.</source>
        <translation>%1 konnte nicht nachweisen, wer es ist: Sein Zertifikat lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>It claims to be: %1</source>
        <translation>Es gibt sich aus als: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Gültig bis: %1</translation>
    </message>
    <message>
        <source>Refused because: %1</source>
        <translation>Abgelehnt, weil: %1</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>Fingerabdruck (SHA-256): %1</translation>
    </message>
    <message>
        <source>When whoever runs the server has told you the same fingerprint in another way, use --trust with it; it is trusted for this command alone.</source>
        <translation>Wenn Ihnen die Betreuer des Servers denselben Fingerabdruck auf anderem Weg genannt haben, verwenden Sie ihn mit --trust; ihm wird nur für diesen Befehl vertraut.</translation>
    </message>
    <message>
        <source>For %1 the certificate is trusted that was trusted in the console&apos;s window on %2.</source>
        <comment>host, date</comment>
        <translation>Für %1 wird dem Zertifikat vertraut, dem im Fenster der Konsole am %2 vertraut wurde.</translation>
    </message>
    <message>
        <source>It is not the one that was trusted for this host in the console&apos;s window.</source>
        <translation>Es ist nicht das, dem für diesen Host im Fenster der Konsole vertraut wurde.</translation>
    </message>
    <message>
        <source>The backup pool of %1, %2, may still be reached: use --connect %3.</source>
        <comment>two hosts, address</comment>
        <translation>Der Sicherungspool von %1, %2, ist vielleicht noch erreichbar: Verwenden Sie --connect %3.</translation>
    </message>
</context>
<context>
    <name>cspool::ServerConnector</name>
    <message>
        <source>%1 has refused the password of %2 three times; it is not tried again, so that the account is not locked.</source>
        <translation>%1 hat das Kennwort von %2 dreimal abgelehnt; es wird nicht noch einmal versucht, damit das Konto nicht gesperrt wird.</translation>
    </message>
    <message>
        <source>Check the user name and the password, and that the account is not locked, then connect anew.</source>
        <translation>Prüfen Sie Benutzernamen und Kennwort und dass das Konto nicht gesperrt ist, und verbinden Sie dann neu.</translation>
    </message>
</context>
<context>
    <name>cspool::ServicesTab</name>
    <message>
        <source>Co&amp;mputers</source>
        <translation>Co&amp;mputer</translation>
    </message>
    <message>
        <source>Computers of the pool</source>
        <translation>Computer des Pools</translation>
    </message>
    <message>
        <source>Services of the pool</source>
        <translation>Dienste des Pools</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>%1 (the backup service is active here)</source>
        <translation>%1 (der Sicherungsdienst ist hier aktiv)</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>&amp;Services: they could not be read again: %1 What you see was read %2.</source>
        <translation>&amp;Dienste: Sie konnten nicht neu gelesen werden: %1 Was Sie sehen, wurde %2 gelesen.</translation>
    </message>
    <message>
        <source>&amp;Services: they could not be read: %1</source>
        <translation>&amp;Dienste: Sie konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>&amp;Services, as Get-CsService reported them %1</source>
        <translation>&amp;Dienste, wie Get-CsService sie %1 meldete</translation>
    </message>
    <message>
        <source>&amp;Services: being read…</source>
        <translation>&amp;Dienste: werden gelesen …</translation>
    </message>
</context>
<context>
    <name>cspool::SessionOpening</name>
    <message>
        <source>Neither the module SkypeForBusiness nor the module Lync can be used on %1.</source>
        <translation>Auf %1 kann weder das Modul SkypeForBusiness noch das Modul Lync verwendet werden.</translation>
    </message>
    <message>
        <source>Connect to a server on which the management tools are installed, or to https://POOL/OcsPowershell.</source>
        <translation>Verbinden Sie mit einem Server, auf dem die Verwaltungswerkzeuge installiert sind, oder mit https://POOL/OcsPowershell.</translation>
    </message>
    <message>
        <source>%1 lets you in, but your administrative roles (RBAC) grant you none of the cmdlets of Skype for Business or Lync.</source>
        <translation>%1 lässt Sie ein, aber Ihre Verwaltungsrollen (RBAC) gewähren Ihnen keines der Cmdlets von Skype for Business oder Lync.</translation>
    </message>
    <message>
        <source>Ask for a role such as CsServerAdministrator and sign in anew; or, if this is not a server of the deployment, connect to another one.</source>
        <translation>Bitten Sie um eine Rolle wie CsServerAdministrator, und melden Sie sich neu an; oder, falls dies kein Server der Bereitstellung ist, verbinden Sie sich mit einem anderen.</translation>
    </message>
</context>
<context>
    <name>cspool::SetBackupServiceConfiguration</name>
    <message>
        <source>%1 becomes %2; it was %3.</source>
        <translation>%1 wird %2; bisher %3.</translation>
    </message>
    <message>
        <source>The configuration has these values already; nothing was changed.</source>
        <translation>Die Konfiguration hat diese Werte bereits; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>With a SyncInterval of %1 the pools spend more of their time on synchronisation than with the default of %2.</source>
        <translation>Mit einem SyncInterval von %1 verbringen die Pools mehr Zeit mit dem Synchronisieren als mit der Voreinstellung %2.</translation>
    </message>
    <message>
        <source>Microsoft advises against changing SyncInterval unless it is necessary.</source>
        <translation>Microsoft rät davon ab, SyncInterval ohne Not zu ändern.</translation>
    </message>
    <message>
        <source>Change the backup service configuration</source>
        <translation>Die Konfiguration des Sicherungsdienstes ändern</translation>
    </message>
</context>
<context>
    <name>cspool::SetEdgeServer</name>
    <message>
        <source>The topology holds no Edge service &quot;%1&quot;.</source>
        <translation>Die Topologie enthält keinen Edgedienst &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Get-CsService -EdgeServer lists the Edge services. Name one as EdgeServer: and the name of the Edge pool.</source>
        <translation>Get-CsService -EdgeServer listet die Edgedienste auf. Nennen Sie einen als EdgeServer: und den Namen des Edgepools.</translation>
    </message>
    <message>
        <source>The topology holds several Edge services of the name &quot;%1&quot;.</source>
        <translation>Die Topologie enthält mehrere Edgedienste namens &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Name the one by its ServiceId. Get-CsService -EdgeServer shows it: here %1 or %2, for example.</source>
        <translation>Nennen Sie den einen mit seiner ServiceId. Get-CsService -EdgeServer zeigt sie: hier zum Beispiel %1 oder %2.</translation>
    </message>
    <message>
        <source>The topology holds no Registrar &quot;%1&quot;.</source>
        <translation>Die Topologie enthält keinen Registrar &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Get-CsService -Registrar lists the Registrars. Name one as Registrar: and the name of the pool.</source>
        <translation>Get-CsService -Registrar listet die Registrare auf. Nennen Sie einen als Registrar: und den Namen des Pools.</translation>
    </message>
    <message>
        <source>The topology holds several Registrars of the name &quot;%1&quot;.</source>
        <translation>Die Topologie enthält mehrere Registrare namens &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Name the one by its ServiceId. Get-CsService -Registrar shows it: here %1 or %2, for example.</source>
        <translation>Nennen Sie den einen mit seiner ServiceId. Get-CsService -Registrar zeigt sie: hier zum Beispiel %1 oder %2.</translation>
    </message>
    <message>
        <source>%1 can be no next hop: it is neither a Director nor a pool with user services.</source>
        <translation>%1 kann kein nächster Hop sein: Es ist weder ein Director noch ein Pool mit Benutzerdiensten.</translation>
    </message>
    <message>
        <source>Name the Registrar of a Front End pool, a Standard Edition server or a Director. A Survivable Branch Appliance has a Registrar too, but no Edge pool can hand its traffic to it.</source>
        <translation>Nennen Sie den Registrar eines Front-End-Pools, eines Standard Edition-Servers oder eines Directors. Auch eine Survivable Branch Appliance hat einen, aber kein Edgepool kann ihr seinen Datenverkehr übergeben.</translation>
    </message>
    <message>
        <source>The topology says that the Edge pool %1 has two next hops: %2 and %3.</source>
        <translation>Der Topologie zufolge hat der Edgepool %1 zwei nächste Hops: %2 und %3.</translation>
    </message>
    <message>
        <source>Leave one of them in the topology document (Get-CsTopology -AsXml) and publish it with Publish-CsTopology.</source>
        <translation>Lassen Sie einen davon im Topologiedokument (Get-CsTopology -AsXml) stehen, und veröffentlichen Sie es mit Publish-CsTopology.</translation>
    </message>
    <message>
        <source>The topology does not say which next hop the Edge pool %1 has, and a lab deployment only changes one that is there.</source>
        <translation>Die Topologie sagt nicht, welchen nächsten Hop der Edgepool %1 hat, und eine Laborbereitstellung ändert nur einen, der da ist.</translation>
    </message>
    <message>
        <source>Give the Edge pool a next hop in the topology document (Get-CsTopology -AsXml) and publish it with Publish-CsTopology.</source>
        <translation>Geben Sie dem Edgepool im Topologiedokument (Get-CsTopology -AsXml) einen nächsten Hop, und veröffentlichen Sie es mit Publish-CsTopology.</translation>
    </message>
    <message>
        <source>The pool %1 is in the state %2, and %3 serves its users: as a next hop it may not answer.</source>
        <translation>Der Pool %1 ist im Zustand %2, und %3 bedient seine Benutzer: Als nächster Hop antwortet er vielleicht nicht.</translation>
    </message>
    <message>
        <source>Point the Edge pool at %1 instead, or at a Director.</source>
        <translation>Lassen Sie den Edgepool stattdessen auf %1 oder auf einen Director zeigen.</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 is %2 already; nothing was changed.</source>
        <translation>Der nächste Hop des Edgepools %1 ist bereits %2; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Change the next hop from %1 to %2</source>
        <translation>Den nächsten Hop von %1 in %2 ändern</translation>
    </message>
    <message>
        <source>The Edge pool %1 hands its traffic to %2 from then on. Its servers learn it when the topology has been replicated to them.</source>
        <translation>Der Edgepool %1 übergibt seinen Datenverkehr von da an an %2. Seine Server erfahren es, wenn die Topologie zu ihnen repliziert ist.</translation>
    </message>
    <message>
        <source>Write the topology to the Central Management store on %1</source>
        <translation>Die Topologie in den zentralen Verwaltungsspeicher auf %1 schreiben</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 is %2; it was %3. The local replicas get the topology with Invoke-CsManagementStoreReplication.</source>
        <translation>Der nächste Hop des Edgepools %1 ist %2; er war %3. Die lokalen Replikate erhalten die Topologie mit Invoke-CsManagementStoreReplication.</translation>
    </message>
    <message>
        <source>The next hop stands in the topology, and that is in this store: when its pool has broken down, run Invoke-CsManagementServerFailover -Force first.</source>
        <translation>Der nächste Hop steht in der Topologie, und die ist in diesem Speicher: Wenn dessen Pool ausgefallen ist, führen Sie zuerst Invoke-CsManagementServerFailover -Force aus.</translation>
    </message>
</context>
<context>
    <name>cspool::SettingsDialog</name>
    <message>
        <source>The language changes with the next start of the program.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>&amp;Notify me when a job ends while I do not look at the window</source>
        <translation>&amp;Benachrichtigen, wenn ein Auftrag endet, während ich nicht auf das Fenster sehe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>&amp;Refresh every (minutes):</source>
        <translation>&amp;Aktualisieren alle (Minuten):</translation>
    </message>
    <message>
        <source>&amp;Keep ended jobs (days):</source>
        <translation>Beendete Aufträge aufbe&amp;wahren (Tage):</translation>
    </message>
    <message>
        <source>Where things are stored</source>
        <translation>Wo was gespeichert ist</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a folder</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>Den Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>label of a path</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Jobs that ended longer ago are removed with their logs at each start of the program; reports stay where they are.</source>
        <translation>Aufträge, die vor längerer Zeit beendet wurden, werden bei jedem Start des Programms mit ihren Protokollen entfernt; Berichte bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Known servers</source>
        <translation>Bekannte Server</translation>
    </message>
</context>
<context>
    <name>cspool::SheetView</name>
    <message>
        <source>Preview of the sheets</source>
        <translation>Vorschau der Blätter</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>Blatt %1 von %2</translation>
    </message>
</context>
<context>
    <name>cspool::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>Nach Aktion oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>cspool::SignIn</name>
    <message>
        <source>%1 does not accept your ticket; enter a user name and a password.</source>
        <translation>%1 nimmt Ihr Ticket nicht an; geben Sie Benutzernamen und Kennwort ein.</translation>
    </message>
    <message>
        <source>You have no valid ticket for %1; enter a user name and a password.</source>
        <translation>Sie haben kein gültiges Ticket für %1; geben Sie Benutzernamen und Kennwort ein.</translation>
    </message>
    <message>
        <source>Enter the password of %1.</source>
        <translation>Geben Sie das Kennwort von %1 ein.</translation>
    </message>
    <message>
        <source>%1 does not accept this user name with this password.</source>
        <translation>%1 nimmt diesen Benutzernamen mit diesem Kennwort nicht an.</translation>
    </message>
    <message>
        <source>Kerberos gives no ticket for %1 (%2); enter a user name and a password.</source>
        <comment>host, reason</comment>
        <translation>Kerberos gibt kein Ticket für %1 (%2); geben Sie einen Benutzernamen und ein Kennwort ein.</translation>
    </message>
    <message>
        <source>%1 does not accept this user name with this password. Kerberos was asked for %2, because the short name of a domain does not say its realm: write name@DOMAIN with the full name of the domain if that is another one.</source>
        <comment>host, name@REALM</comment>
        <translation>%1 akzeptiert diesen Benutzernamen mit diesem Kennwort nicht. Kerberos wurde nach %2 gefragt, weil der Kurzname einer Domäne ihren Bereich nicht nennt: Schreiben Sie Name@DOMÄNE mit dem vollen Namen der Domäne, falls es ein anderer ist.</translation>
    </message>
</context>
<context>
    <name>cspool::SingleInstance</name>
    <message>
        <source>%1 on %2</source>
        <comment>a process and its machine</comment>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>cspool::StatusAdvice</name>
    <message>
        <source>Read the status again (Refresh): what you see is the moment at which it was read.</source>
        <translation>Lesen Sie den Status neu (Aktualisieren): Was Sie sehen, gilt für den Augenblick, in dem er gelesen wurde.</translation>
    </message>
    <message>
        <source>Synchronise the pool with its backup pool.</source>
        <translation>Synchronisieren Sie den Pool mit seinem Sicherungspool.</translation>
    </message>
    <message>
        <source>Back the pool up, and wait for SteadyState.</source>
        <translation>Sichern Sie den Pool, und warten Sie auf SteadyState.</translation>
    </message>
    <message>
        <source>Many changes at once: users moved or imported, or the first synchronisation after pairing is not finished.</source>
        <translation>Viele Änderungen auf einmal: Benutzer wurden verschoben oder importiert, oder die erste Synchronisation nach der Paarbildung ist nicht fertig.</translation>
    </message>
    <message>
        <source>The limits of one cycle are too low for the changes that come between two cycles.</source>
        <translation>Die Grenzen eines Zyklus sind zu niedrig für die Änderungen, die zwischen zwei Zyklen kommen.</translation>
    </message>
    <message>
        <source>The lab&apos;s backup service is switched off: then only a backup or a synchronisation copies changes. (A rule of the lab.)</source>
        <translation>Der Sicherungsdienst des Labors ist ausgeschaltet: Dann kopiert nur eine Sicherung oder Synchronisation die Änderungen. (Eine Regel des Labors.)</translation>
    </message>
    <message>
        <source>The connection to the backup pool, or its SQL Server or file store, is slow.</source>
        <translation>Die Verbindung zum Sicherungspool oder dessen SQL Server oder Dateispeicher ist langsam.</translation>
    </message>
    <message>
        <source>Large files were uploaded to conferences.</source>
        <translation>Große Dateien wurden in Konferenzen hochgeladen.</translation>
    </message>
    <message>
        <source>Normal here: the active Central Management store is not on this pool, so this module has nothing to export.</source>
        <translation>Hier normal: Der aktive zentrale Verwaltungsspeicher ist nicht auf diesem Pool, dieses Modul hat also nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Normal if the active Central Management store is on another pool. Where it is could not be read.</source>
        <translation>Normal, wenn der aktive zentrale Verwaltungsspeicher auf einem anderen Pool ist. Wo er ist, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Ask which pool holds the active Central Management store.</source>
        <translation>Fragen Sie ab, welcher Pool den aktiven zentralen Verwaltungsspeicher hält.</translation>
    </message>
    <message>
        <source>Nothing has been exported to the backup pool yet: a failover now would find no data there.</source>
        <translation>Noch wurde nichts in den Sicherungspool exportiert: Ein Failover fände dort jetzt keine Daten.</translation>
    </message>
    <message>
        <source>The pool has not been backed up since it was paired.</source>
        <translation>Der Pool wurde nicht gesichert, seit er ein Paar ist.</translation>
    </message>
    <message>
        <source>The topology was not published after the pools were paired.</source>
        <translation>Die Topologie wurde nach der Paarbildung nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>The service LYNCBACKUP is not started.</source>
        <translation>Der Dienst LYNCBACKUP ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The first synchronisation has not been run, or has not finished.</source>
        <translation>Die erste Synchronisation wurde nicht ausgeführt oder ist nicht fertig.</translation>
    </message>
    <message>
        <source>Publish the topology, run the Bootstrapper on every Front End of both pools and apply the cumulative update again.</source>
        <translation>Veröffentlichen Sie die Topologie, führen Sie den Bootstrapper auf jedem Front-End-Server beider Pools aus, und spielen Sie das kumulative Update noch einmal ein.</translation>
    </message>
    <message>
        <source>Start the service LYNCBACKUP on the Front Ends of both pools.</source>
        <translation>Starten Sie den Dienst LYNCBACKUP auf den Front-End-Servern beider Pools.</translation>
    </message>
    <message>
        <source>Synchronise the other direction too, from %1.</source>
        <translation>Synchronisieren Sie auch die andere Richtung, von %1 aus.</translation>
    </message>
    <message>
        <source>Open the event log &quot;Lync Server&quot; on the active Front End of %1 and look for events 4069 and 4070 of LS Backup Service: they name the cause.</source>
        <translation>Öffnen Sie das Ereignisprotokoll „Lync Server“ auf dem aktiven Front-End-Server von %1, und suchen Sie die Ereignisse 4069 und 4070 von LS Backup Service: Sie nennen die Ursache.</translation>
    </message>
    <message>
        <source>The service LYNCBACKUP is stopped on the active Front End, or on that of the other pool.</source>
        <translation>Der Dienst LYNCBACKUP ist auf dem aktiven Front-End-Server oder auf dem des anderen Pools angehalten.</translation>
    </message>
    <message>
        <source>The file store of the other pool cannot be reached: TCP port 445 is blocked, or the permissions of the share do not let the service write.</source>
        <translation>Der Dateispeicher des anderen Pools ist nicht erreichbar: Der TCP-Port 445 ist gesperrt, oder die Rechte der Freigabe lassen den Dienst nicht schreiben.</translation>
    </message>
    <message>
        <source>See which services the pool has.</source>
        <translation>Sehen Sie nach, welche Dienste der Pool hat.</translation>
    </message>
    <message>
        <source>When the cause is gone, synchronise.</source>
        <translation>Ist die Ursache behoben, synchronisieren Sie.</translation>
    </message>
    <message>
        <source>The last run could not read or write a store of one of the two pools.</source>
        <translation>Der letzte Lauf konnte einen Speicher eines der beiden Pools nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Restore lost conference content from the backup pool: run the synchronisation for %1.</source>
        <translation>Stellen Sie verlorenen Konferenzinhalt aus dem Sicherungspool wieder her: Führen Sie die Synchronisation für %1 aus.</translation>
    </message>
    <message>
        <source>If the files were deleted on purpose, confirm it. They are then deleted on the backup pool too, for good. (A rule of the lab.)</source>
        <translation>Wurden die Dateien absichtlich gelöscht, bestätigen Sie es. Sie werden dann auch auf dem Sicherungspool endgültig gelöscht. (Eine Regel des Labors.)</translation>
    </message>
    <message>
        <source>The last run could not write to a store of this pool.</source>
        <translation>Der letzte Lauf konnte einen Speicher dieses Pools nicht beschreiben.</translation>
    </message>
    <message>
        <source>The service LYNCBACKUP is stopped on the active Front End of this pool.</source>
        <translation>Der Dienst LYNCBACKUP ist auf dem aktiven Front-End-Server dieses Pools angehalten.</translation>
    </message>
    <message>
        <source>The file store of this pool, into which the other pool writes its batches, cannot be read.</source>
        <translation>Der Dateispeicher dieses Pools, in den der andere Pool seine Stapel schreibt, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The SQL Server of this pool does not answer or has no room.</source>
        <translation>Der SQL Server dieses Pools antwortet nicht oder hat keinen Platz.</translation>
    </message>
    <message>
        <source>A batch holds something that cannot be imported, such as an invalid SIP address.</source>
        <translation>Ein Stapel enthält etwas, das nicht importiert werden kann, etwa eine ungültige SIP-Adresse.</translation>
    </message>
    <message>
        <source>When the cause is gone, synchronise from the other pool, %1.</source>
        <translation>Ist die Ursache behoben, synchronisieren Sie vom anderen Pool aus, %1.</translation>
    </message>
    <message>
        <source>The other pool of the pair has not been backed up to this one yet.</source>
        <translation>Der andere Pool des Paares wurde noch nicht in diesen gesichert.</translation>
    </message>
    <message>
        <source>Synchronise from the other pool, %1.</source>
        <translation>Synchronisieren Sie vom anderen Pool aus, %1.</translation>
    </message>
    <message>
        <source>Nothing is waiting, and the backup pool has imported everything. On an active pool this lasts until the next change.</source>
        <translation>Nichts wartet, und der Sicherungspool hat alles importiert. Auf einem aktiven Pool gilt das bis zur nächsten Änderung.</translation>
    </message>
    <message>
        <source>What is waiting fits in one batch: no backlog builds up. This is what a pool at work should show.</source>
        <translation>Was wartet, passt in einen Stapel: Es entsteht kein Rückstand. Das sollte ein arbeitender Pool zeigen.</translation>
    </message>
    <message>
        <source>The deployment did not report this status.</source>
        <translation>Die Bereitstellung hat diesen Status nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 has no backup pool: its data is in one place only, and nothing can take over when that is lost.</source>
        <translation>%1 hat keinen Sicherungspool: Seine Daten sind nur an einer Stelle, und nichts kann übernehmen, wenn sie verloren geht.</translation>
    </message>
    <message>
        <source>No other pool is associated with it in the topology that is in force.</source>
        <translation>In der geltenden Topologie ist ihm kein anderer Pool zugeordnet.</translation>
    </message>
    <message>
        <source>State the pair with Publish-CsTopology and its parameter -Pair, which is an addition of the lab; with genuine servers the association is made in Topology Builder.</source>
        <translation>Geben Sie das Paar mit Publish-CsTopology und seinem Parameter -Pair an, einer Zugabe des Labors; bei echten Servern wird die Zuordnung im Topologie-Generator vorgenommen.</translation>
    </message>
    <message>
        <source>In Topology Builder, edit the properties of the pool, choose its &quot;Associated backup pool&quot; under Resiliency, and publish the topology.</source>
        <translation>Bearbeiten Sie im Topologie-Generator die Eigenschaften des Pools, wählen Sie unter „Resilienz“ seinen „Zugeordneten Sicherungspool“, und veröffentlichen Sie die Topologie.</translation>
    </message>
    <message>
        <source>Then run the Bootstrapper on every Front End of both pools, apply the cumulative update again, start LYNCBACKUP and synchronise both directions.</source>
        <translation>Führen Sie danach den Bootstrapper auf jedem Front-End-Server beider Pools aus, spielen Sie das kumulative Update noch einmal ein, starten Sie LYNCBACKUP, und synchronisieren Sie beide Richtungen.</translation>
    </message>
    <message>
        <source>nothing exported yet</source>
        <translation>noch nichts exportiert</translation>
    </message>
    <message>
        <source>no backlog</source>
        <translation>kein Rückstand</translation>
    </message>
    <message>
        <source>at most one batch waits</source>
        <translation>höchstens ein Stapel wartet</translation>
    </message>
    <message>
        <source>backlog builds up</source>
        <translation>Rückstand entsteht</translation>
    </message>
    <message>
        <source>backlog not known</source>
        <translation>Rückstand nicht bekannt</translation>
    </message>
    <message>
        <source>Show the services</source>
        <translation>Die Dienste zeigen</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise from %1</source>
        <translation>Von %1 synchronisieren</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Show the Central Management store</source>
        <translation>Den zentralen Verwaltungsspeicher zeigen</translation>
    </message>
    <message>
        <source>Restore from %1</source>
        <translation>Von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Confirm the deletion</source>
        <translation>Das Löschen bestätigen</translation>
    </message>
    <message>
        <source>Publish the topology</source>
        <translation>Die Topologie veröffentlichen</translation>
    </message>
    <message>
        <source>The Bootstrapper was not run again on every Front End of both pools.</source>
        <translation>Der Bootstrapper wurde nicht auf jedem Front-End-Server beider Pools noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>The cumulative update was not applied again after the Bootstrapper.</source>
        <translation>Das kumulative Update wurde nach dem Bootstrapper nicht noch einmal eingespielt.</translation>
    </message>
    <message>
        <source>A certificate of one of the pools is not valid.</source>
        <translation>Ein Zertifikat eines der Pools ist nicht gültig.</translation>
    </message>
    <message>
        <source>A user has an invalid SIP address.</source>
        <translation>Ein Benutzer hat eine ungültige SIP-Adresse.</translation>
    </message>
    <message>
        <source>Normal here: the other pool of the pair does not hold the active Central Management store, so there is nothing to import from it.</source>
        <translation>Hier normal: Der andere Pool des Paares hält nicht den aktiven zentralen Verwaltungsspeicher, es gibt von ihm also nichts zu importieren.</translation>
    </message>
    <message>
        <source>Normal unless the other pool of the pair holds the active Central Management store. Where it is could not be read.</source>
        <translation>Normal, wenn nicht der andere Pool des Paares den aktiven zentralen Verwaltungsspeicher hält. Wo er ist, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The backup service says that its import is not initialised. What that means is published for exports only: it has not begun yet.</source>
        <translation>Der Sicherungsdienst meldet, dass sein Import nicht initialisiert ist. Was das bedeutet, ist nur für Exporte veröffentlicht: Es hat noch keinen gegeben.</translation>
    </message>
    <message>
        <source>The SQL Server of one of the pools has a problem.</source>
        <translation>Der SQL Server eines der Pools hat ein Problem.</translation>
    </message>
</context>
<context>
    <name>cspool::StatusLabel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>cspool::StatusTone</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>im Gange</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>neither good nor bad</source>
        <translation>weder gut noch schlecht</translation>
    </message>
</context>
<context>
    <name>cspool::StepFinding</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1, %2: export %3, import %4</source>
        <comment>pool, module and its states</comment>
        <translation>%1, %2: Export %3, Import %4</translation>
    </message>
    <message>
        <source>The status of the backup service of %1 could not be read.</source>
        <translation>Der Status des Sicherungsdienstes von %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The backup service of %1 reports no module.</source>
        <translation>Der Sicherungsdienst von %1 meldet kein Modul.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The state of %1 is %2: it does not serve its users yet.</source>
        <translation>Der Zustand von %1 ist %2: Er bedient seine Benutzer noch nicht.</translation>
    </message>
    <message>
        <source>Verified: the state of %1 is %2, so it serves its users. Not verified, because %3 is down: that either of the two hands over to the other one. Until %3 is back, nothing protects %1. Once it is back, complete the exchange, restore the conference content from %3, and look at both directions again.</source>
        <translation>Geprüft: Der Zustand von %1 ist %2, er bedient also seine Benutzer. Nicht geprüft, weil %3 ausgefallen ist: dass jeder der beiden an den anderen übergibt. Bis %3 wieder da ist, schützt nichts %1. Danach vervollständigen Sie den Austausch, stellen die Konferenzinhalte von %3 wieder her und sehen beide Richtungen noch einmal an.</translation>
    </message>
    <message>
        <source>The state of %1 is FailedBack: it serves its users, and what either of the two pools lacks is still to be exchanged with %2. If nothing does that now, run the next command.</source>
        <translation>Der Zustand von %1 ist FailedBack: Er bedient seine Benutzer, und was einem der beiden Pools fehlt, ist mit %2 noch auszutauschen. Wenn das jetzt nichts tut, führen Sie den nächsten Befehl aus.</translation>
    </message>
    <message>
        <source>The deployment does not report the state of %1.</source>
        <translation>Die Bereitstellung meldet den Zustand von %1 nicht.</translation>
    </message>
    <message>
        <source>The state of %1 is %2, not Active.</source>
        <translation>Der Zustand von %1 ist %2, nicht Active.</translation>
    </message>
    <message>
        <source>The backup service of %1 does not report the module %2.</source>
        <translation>Der Sicherungsdienst von %1 meldet das Modul %2 nicht.</translation>
    </message>
    <message>
        <source>%1. What %2 holds of the conference content is on %3.</source>
        <translation>%1. Was %2 an Konferenzinhalten hat, ist auf %3.</translation>
    </message>
    <message>
        <source>%1. The conference content is still being copied to %2; if nothing changes any more, run the synchronisation again.</source>
        <translation>%1. Die Konferenzinhalte werden noch nach %2 kopiert; wenn sich nichts mehr ändert, führen Sie die Synchronisierung noch einmal aus.</translation>
    </message>
    <message>
        <source>%1. The conference content has not come back to %2 as a whole.</source>
        <translation>%1. Die Konferenzinhalte sind nicht vollständig nach %2 zurückgekommen.</translation>
    </message>
    <message>
        <source>The states of the pools could not be read.</source>
        <translation>Die Zustände der Pools konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 and %2 are Active, and every module that applies to them exports and imports: either of the two is protected by the other one.</source>
        <translation>%1 und %2 sind Active, und jedes Modul, das für sie gilt, exportiert und importiert: Jeder der beiden ist durch den anderen geschützt.</translation>
    </message>
    <message>
        <source>The services of the deployment could not be read.</source>
        <translation>Die Dienste der Bereitstellung konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The deployment does not report the next hop of the Edge pool %1. Get-CsService -EdgeServer in the Management Shell shows it as Registrar. If it is %2, run the line there; otherwise this step can be left out.</source>
        <translation>Die Bereitstellung meldet den nächsten Hop des Edgepools %1 nicht. Get-CsService -EdgeServer zeigt ihn in der Verwaltungsshell als Registrar. Ist es %2, führen Sie die Zeile dort aus; sonst kann dieser Schritt ausgelassen werden.</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 is %2.</source>
        <translation>Der nächste Hop des Edgepools %1 ist %2.</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 is %2, not %3.</source>
        <translation>Der nächste Hop des Edgepools %1 ist %2, nicht %3.</translation>
    </message>
    <message>
        <source>The next hop of the Edge pool %1 is %2. It does not lead to %3, which is what matters here.</source>
        <translation>Der nächste Hop des Edgepools %1 ist %2. Er führt nicht zu %3, und darauf kommt es hier an.</translation>
    </message>
    <message>
        <source>%1 is the next hop of: %2. Move the next hop before the pool is failed over.</source>
        <translation>%1 ist der nächste Hop von: %2. Verlegen Sie ihn vor dem Failover des Pools.</translation>
    </message>
    <message>
        <source>The deployment does not report the next hop of: %1. Get-CsService -EdgeServer in the Management Shell shows it as Registrar.</source>
        <translation>Die Bereitstellung meldet den nächsten Hop nicht von: %1. Get-CsService -EdgeServer zeigt ihn in der Verwaltungsshell als Registrar.</translation>
    </message>
    <message>
        <source>No Edge pool has %1 as its next hop.</source>
        <translation>Kein Edgepool hat %1 als nächsten Hop.</translation>
    </message>
    <message>
        <source>The deployment reports no Edge pool %1 any more: nothing leads from it to a pool.</source>
        <translation>Die Bereitstellung meldet keinen Edgepool %1 mehr: Von ihm führt nichts zu einem Pool.</translation>
    </message>
    <message>
        <source>It could not be read which pool hosts the active Central Management store.</source>
        <translation>Es konnte nicht gelesen werden, welcher Pool den aktiven zentralen Verwaltungsspeicher hat.</translation>
    </message>
    <message>
        <source>No Central Management store is reported to be active: the former one is down, and no other one has taken over.</source>
        <translation>Kein zentraler Verwaltungsspeicher wird als aktiv gemeldet: Der bisherige ist ausgefallen, und kein anderer hat übernommen.</translation>
    </message>
    <message>
        <source>The deployment does not report which pool hosts the active Central Management store.</source>
        <translation>Die Bereitstellung meldet nicht, welcher Pool den aktiven zentralen Verwaltungsspeicher hat.</translation>
    </message>
    <message>
        <source>The Central Management store says that it is active on several pools: %1. Exactly one may be. A failover of the store that is under way may show this for some minutes; if it stays, run the failover of the store again, and do not fail the pool over before one copy alone is active.</source>
        <translation>Der zentrale Verwaltungsspeicher meldet sich auf mehreren Pools als aktiv: %1. Genau einer darf es sein. Während eines Failovers des Speichers kann sich das für einige Minuten so zeigen; bleibt es so, führen Sie den Failover des Speichers noch einmal aus, und führen Sie den Failover des Pools erst aus, wenn nur eine Kopie aktiv ist.</translation>
    </message>
    <message>
        <source>%1 hosts the active Central Management store.</source>
        <translation>%1 hat den aktiven zentralen Verwaltungsspeicher.</translation>
    </message>
    <message>
        <source>The Central Management store is active on %1, and on no other pool.</source>
        <translation>Der zentrale Verwaltungsspeicher ist auf %1 aktiv und auf keinem anderen Pool.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be read whether the replicas of the Central Management store are up to date.</source>
        <translation>Es konnte nicht gelesen werden, ob die Replikate des zentralen Verwaltungsspeichers aktuell sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of the Central Management store are not up to date: %1. The replication takes some minutes. A replica that stays behind belongs to a server that cannot be reached, or whose service Replica Replicator Agent does not run.</source>
        <translation>
            <numerusform>%n Replikat des zentralen Verwaltungsspeichers ist nicht aktuell: %1. Die Replikation dauert einige Minuten. Ein Replikat, das zurückbleibt, gehört zu einem Server, der nicht erreichbar ist oder dessen Dienst Replica Replicator Agent nicht läuft.</numerusform>
            <numerusform>%n Replikate des zentralen Verwaltungsspeichers sind nicht aktuell: %1. Die Replikation dauert einige Minuten. Ein Replikat, das zurückbleibt, gehört zu einem Server, der nicht erreichbar ist oder dessen Dienst Replica Replicator Agent nicht läuft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether it is up to date is not reported of %n replica(s): %1.</source>
        <translation>
            <numerusform>Von %n Replikat wird nicht gemeldet, ob es aktuell ist: %1.</numerusform>
            <numerusform>Von %n Replikaten wird nicht gemeldet, ob sie aktuell sind: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The deployment reports no replica of the Central Management store.</source>
        <translation>Die Bereitstellung meldet kein Replikat des zentralen Verwaltungsspeichers.</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of the Central Management store are up to date.</source>
        <translation>
            <numerusform>%n Replikat des zentralen Verwaltungsspeichers ist aktuell.</numerusform>
            <numerusform>%n Replikate des zentralen Verwaltungsspeichers sind aktuell.</numerusform>
        </translation>
    </message>
    <message>
        <source>The state of %1 is FailingOver: it is read-only, and it still serves its users. The failover is under way, or was interrupted. If nothing runs any more, run Backup-CsPool: it first brings the failover to its end or rolls it back.</source>
        <translation>Der Zustand von %1 ist FailingOver: Er ist schreibgeschützt und bedient seine Benutzer noch. Der Failover ist im Gange oder wurde unterbrochen. Läuft nichts mehr, führen Sie Backup-CsPool aus: Es bringt den Failover zuerst zu Ende oder macht ihn rückgängig.</translation>
    </message>
    <message>
        <source>The state of %1 is FailingOver: a failover was begun, and the pool has not changed hands yet as far as it is reported. The failover is under way, or was interrupted; it cannot simply be called cancelled. If no command works on it any more, run the failover again; if the pool is down, run it with -DisasterMode.</source>
        <translation>Der Zustand von %1 ist FailingOver: Ein Failover wurde begonnen, und der Pool ist, soweit gemeldet, noch nicht übergeben. Der Failover ist im Gange oder wurde unterbrochen; abgebrochen darf man ihn nicht einfach nennen. Arbeitet kein Befehl mehr daran, führen Sie den Failover noch einmal aus; ist der Pool ausgefallen, mit -DisasterMode.</translation>
    </message>
    <message>
        <source>The state of %1 could not be read.</source>
        <translation>Der Zustand von %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The state of %1 is FailedOver: %2 serves its users.</source>
        <translation>Der Zustand von %1 ist FailedOver: %2 bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>The state of %1 is Active: it serves its users itself.</source>
        <translation>Der Zustand von %1 ist Active: Er bedient seine Benutzer selbst.</translation>
    </message>
    <message>
        <source>The state of %1 is FailedBack: it serves its users itself, and has not exchanged everything with %2 yet.</source>
        <translation>Der Zustand von %1 ist FailedBack: Er bedient seine Benutzer selbst und hat noch nicht alles mit %2 ausgetauscht.</translation>
    </message>
    <message>
        <source>The state of %1 is Active: it serves its users.</source>
        <translation>Der Zustand von %1 ist Active: Er bedient seine Benutzer.</translation>
    </message>
    <message>
        <source>The state of %1 is FailedBack: it serves its users, and has not exchanged everything with %2 yet.</source>
        <translation>Der Zustand von %1 ist FailedBack: Er bedient seine Benutzer und hat noch nicht alles mit %2 ausgetauscht.</translation>
    </message>
    <message>
        <source>The state of %1 is FailedOver: %2 still serves its users.</source>
        <translation>Der Zustand von %1 ist FailedOver: %2 bedient seine Benutzer noch.</translation>
    </message>
    <message>
        <source>%1 has no backup pool now; when this step was found it was %2.</source>
        <translation>%1 hat jetzt keinen Sicherungspool; als dieser Schritt ermittelt wurde, war es %2.</translation>
    </message>
    <message>
        <source>The backup pool of %1 is %2 now; when this step was found it was %3.</source>
        <translation>Der Sicherungspool von %1 ist jetzt %2; als dieser Schritt ermittelt wurde, war es %3.</translation>
    </message>
    <message>
        <source>%1 End this operation, look at the readiness of the pool, and begin a new one.</source>
        <translation>%1 Beenden Sie diesen Vorgang, sehen Sie sich die Bereitschaft des Pools an, und beginnen Sie einen neuen.</translation>
    </message>
</context>
<context>
    <name>cspool::StepPane</name>
    <message>
        <source>The step</source>
        <translation>Der Schritt</translation>
    </message>
    <message>
        <source>What is true</source>
        <translation>Was der Fall ist</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>title of a step, its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>This step has not been looked at yet.</source>
        <translation>Nach diesem Schritt wurde noch nicht gesehen.</translation>
    </message>
    <message>
        <source>To be run next:</source>
        <translation>Als Nächstes auszuführen:</translation>
    </message>
    <message>
        <source>to be run next</source>
        <translation>als Nächstes auszuführen</translation>
    </message>
    <message>
        <source>It was run elsewhere, as somebody has said.</source>
        <translation>Er wurde anderswo ausgeführt, wie jemand angegeben hat.</translation>
    </message>
    <message>
        <source>Last command: %1</source>
        <translation>Letzter Befehl: %1</translation>
    </message>
    <message>
        <source>Last command: %1
It ended: %2.</source>
        <translation>Letzter Befehl: %1
Er endete: %2.</translation>
    </message>
    <message>
        <source>Last command: %1
It ended: %2. %3</source>
        <comment>command, outcome, error</comment>
        <translation>Letzter Befehl: %1
Er endete: %2. %3</translation>
    </message>
    <message>
        <source>It was true %1, at %2.</source>
        <translation>Das stimmte %1, um %2.</translation>
    </message>
</context>
<context>
    <name>cspool::TimeText</name>
    <message>
        <source>in the future</source>
        <translation>in der Zukunft</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>date, time, time zone</comment>
        <translation>%1, %2 (%3)</translation>
    </message>
</context>
<context>
    <name>cspool::ToneLabel</name>
    <message>
        <source>%1: %2</source>
        <comment>tone, sentence</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cspool::TopologyDependency</name>
    <message>
        <source>The topology document cannot be changed: %1</source>
        <translation>Das Topologiedokument kann nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>Change the document in Topology Builder or a text editor and publish it with Publish-CsTopology.</source>
        <translation>Ändern Sie das Dokument im Topologie-Generator oder in einem Texteditor, und veröffentlichen Sie es mit Publish-CsTopology.</translation>
    </message>
    <message>
        <source>it names the services in different ways.</source>
        <translation>Es benennt die Dienste auf verschiedene Weise.</translation>
    </message>
    <message>
        <source>it does not hold the dependency that is to be replaced.</source>
        <translation>Es enthält die Abhängigkeit nicht, die ersetzt werden soll.</translation>
    </message>
    <message>
        <source>its characters or its markup are unusual, and would not all stay as they are.</source>
        <translation>Seine Zeichen oder seine Auszeichnungen sind ungewöhnlich und würden nicht alle bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>the changed document would say something else as well.</source>
        <translation>Das geänderte Dokument würde auch etwas anderes sagen.</translation>
    </message>
</context>
<context>
    <name>cspool::TopologyDocument</name>
    <message>
        <source>Give the output of Get-CsTopology -AsXml, or a .tbxml file of Topology Builder.</source>
        <translation>Geben Sie die Ausgabe von Get-CsTopology -AsXml oder eine .tbxml-Datei des Topologie-Generators an.</translation>
    </message>
    <message>
        <source>Line %1 of the topology document is not valid: %2</source>
        <translation>Zeile %1 des Topologiedokuments ist ungültig: %2</translation>
    </message>
    <message>
        <source>it declares or uses entities, which topology documents never do.</source>
        <translation>es vereinbart oder verwendet Entitäten, was Topologiedokumente nie tun.</translation>
    </message>
    <message>
        <source>it holds no topology.</source>
        <translation>es enthält keine Topologie.</translation>
    </message>
    <message>
        <source>the document ends in the middle; it was cut off.</source>
        <translation>das Dokument endet mittendrin; es wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>it is not well-formed XML (%1).</source>
        <translation>es ist kein wohlgeformtes XML (%1).</translation>
    </message>
    <message>
        <source>its elements are nested too deeply (%1 levels).</source>
        <translation>seine Elemente sind zu tief verschachtelt (%1 Ebenen).</translation>
    </message>
    <message>
        <source>a text is longer than %1 characters.</source>
        <translation>ein Text ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>a text holds a control character.</source>
        <translation>ein Text enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>the element %1 has no %2.</source>
        <translation>das Element %1 hat kein %2.</translation>
    </message>
    <message>
        <source>an element stands where a text is expected.</source>
        <translation>ein Element steht, wo ein Text erwartet wird.</translation>
    </message>
    <message>
        <source>it holds more than %1 entries.</source>
        <translation>es enthält mehr als %1 Einträge.</translation>
    </message>
    <message>
        <source>it begins a user data archive, not a topology. Use Import-CsUserData for it.</source>
        <translation>es beginnt ein Benutzerdatenarchiv, keine Topologie. Verwenden Sie dafür Import-CsUserData.</translation>
    </message>
    <message>
        <source>its root element %1 in the namespace &quot;%2&quot; is not that of a topology document.</source>
        <translation>sein Wurzelelement %1 im Namensraum „%2“ ist nicht das eines Topologiedokuments.</translation>
    </message>
    <message>
        <source>it holds NewTopology a second time.</source>
        <translation>es enthält NewTopology ein zweites Mal.</translation>
    </message>
    <message>
        <source>the element TopologyBuilder holds no NewTopology.</source>
        <translation>das Element TopologyBuilder enthält kein NewTopology.</translation>
    </message>
    <message>
        <source>the site %1 stands in it a second time.</source>
        <translation>der Standort %1 steht zweimal darin.</translation>
    </message>
    <message>
        <source>a machine of the cluster %1 has no Fqdn.</source>
        <translation>ein Computer des Clusters %1 hat keinen Fqdn.</translation>
    </message>
    <message>
        <source>the cluster %1 has neither a UniqueId nor a ClusterId.</source>
        <translation>der Cluster %1 hat weder UniqueId noch ClusterId.</translation>
    </message>
    <message>
        <source>the cluster %1 has the id %2 of another cluster.</source>
        <translation>der Cluster %1 hat die Kennung %2 eines anderen Clusters.</translation>
    </message>
    <message>
        <source>the cluster %1 stands in it a second time.</source>
        <translation>der Cluster %1 steht zweimal darin.</translation>
    </message>
    <message>
        <source>the SQL instance %1 stands in it a second time.</source>
        <translation>die SQL-Instanz %1 steht zweimal darin.</translation>
    </message>
    <message>
        <source>a service has no RoleName.</source>
        <translation>ein Dienst hat keinen RoleName.</translation>
    </message>
    <message>
        <source>the service %1 has neither a UniqueId nor a ServiceId.</source>
        <translation>der Dienst %1 hat weder UniqueId noch ServiceId.</translation>
    </message>
    <message>
        <source>the service %1 with the id %2 stands in it a second time.</source>
        <translation>der Dienst %1 mit der Kennung %2 steht zweimal darin.</translation>
    </message>
    <message>
        <source>a dependency of the service %1 names no service.</source>
        <translation>eine Abhängigkeit des Dienstes %1 nennt keinen Dienst.</translation>
    </message>
    <message>
        <source>the document ends without any cluster.</source>
        <translation>das Dokument endet ohne einen Cluster.</translation>
    </message>
    <message>
        <source>the SQL instance &quot;%1&quot; lies on the cluster &quot;%2&quot;, which the document does not hold.</source>
        <translation>die SQL-Instanz „%1“ liegt auf dem Cluster „%2“, den das Dokument nicht enthält.</translation>
    </message>
    <message>
        <source>the service %1 is installed on &quot;%2&quot;, which the document does not hold.</source>
        <translation>der Dienst %1 ist auf „%2“ installiert, das im Dokument nicht vorkommt.</translation>
    </message>
    <message>
        <source>The topology document is larger than %1 MiB, the most that is read.</source>
        <translation>Das Topologiedokument ist größer als %1 MiB; mehr wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The topology document is empty.</source>
        <translation>Das Topologiedokument ist leer.</translation>
    </message>
    <message>
        <source>The topology document is a zip archive. Unpack it first.</source>
        <translation>Das Topologiedokument ist ein Zip-Archiv. Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>The topology document is cut off: its last UTF-16 character is incomplete.</source>
        <translation>Das Topologiedokument ist abgeschnitten: Sein letztes UTF-16-Zeichen ist unvollständig.</translation>
    </message>
    <message>
        <source>it holds bytes that are neither UTF-8 nor UTF-16. Save the document as UTF-8.</source>
        <translation>es enthält Bytes, die weder UTF-8 noch UTF-16 sind. Speichern Sie das Dokument als UTF-8.</translation>
    </message>
    <message>
        <source>an element has more than %1 attributes.</source>
        <translation>ein Element hat mehr als %1 Attribute.</translation>
    </message>
</context>
<context>
    <name>cspool::TopologyPlan</name>
    <message>
        <source>The topology document %1 cannot be read: %2.</source>
        <translation>Das Topologiedokument %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>Prüfen Sie, ob es eine Datei ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Check the path of the topology document.</source>
        <translation>Prüfen Sie den Pfad des Topologiedokuments.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the topology holds %2 pools with user services; a lab deployment makes stores for %3 at most.</source>
        <translation>%1: Die Topologie enthält %2 Pools mit Benutzerdiensten; eine Laborbereitstellung legt höchstens für %3 Speicher an.</translation>
    </message>
    <message>
        <source>Give the document of a smaller deployment.</source>
        <translation>Geben Sie das Dokument einer kleineren Bereitstellung an.</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Read the topology document %1</source>
        <translation>Das Topologiedokument %1 lesen</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2; it has no user data of its own and cannot be backed up.</source>
        <translation>%1: %2; keine eigenen Benutzerdaten, kann nicht gesichert werden.</translation>
    </message>
    <message>
        <source>How a document states pairs is not published, so this one may have been misread. State the pair that you mean with -Pair &quot;POOL=BACKUP-POOL&quot;.</source>
        <translation>Wie ein Dokument Paare angibt, ist nicht veröffentlicht; dieses könnte also falsch gelesen worden sein. Geben Sie das gemeinte Paar mit -Pair &quot;POOL=SICHERUNGSPOOL&quot; an.</translation>
    </message>
    <message>
        <source>The pair is made all the same; use it for rehearsals only, not as a model of servers.</source>
        <translation>Das Paar wird trotzdem gebildet; verwenden Sie es nur zum Üben, nicht als Vorbild für Server.</translation>
    </message>
</context>
<context>
    <name>cspool::UserData</name>
    <message>
        <source>Other Contacts</source>
        <translation>Andere Kontakte</translation>
    </message>
    <message>
        <source>(no address)</source>
        <translation>(keine Adresse)</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>colleagues</source>
        <translation>Kollegen</translation>
    </message>
    <message>
        <source>workgroup</source>
        <translation>Arbeitsgruppe</translation>
    </message>
    <message>
        <source>friends and family</source>
        <translation>Freunde und Familie</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
</context>
<context>
    <name>cspool::UserDataArchiveReader</name>
    <message>
        <source>Export the user data again, or fetch the file once more.</source>
        <translation>Exportieren Sie die Benutzerdaten noch einmal, oder holen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>The directory of the zip archive %1 is damaged.</source>
        <translation>Das Verzeichnis des Zip-Archivs %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The zip archive %1 holds %2 more than once, and which one is meant cannot be told.</source>
        <translation>Das Zip-Archiv %1 enthält %2 mehr als einmal; welche Datei gemeint ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The zip archive %1 has its %2 in a folder (%3), where it does not belong.</source>
        <translation>Das Zip-Archiv %1 hat %2 in einem Ordner (%3), wo die Datei nicht hingehört.</translation>
    </message>
    <message>
        <source>The zip archive %1 holds no %2: it is no user data archive.</source>
        <translation>Das Zip-Archiv %1 enthält keine Datei %2: Es ist kein Benutzerdatenarchiv.</translation>
    </message>
    <message>
        <source>%1 in the zip archive %2 is encrypted with a password, which is not supported.</source>
        <translation>%1 im Zip-Archiv %2 ist mit einem Kennwort verschlüsselt, was nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>%1 in the zip archive %2 is compressed with method %3; only stored and deflated entries are read.</source>
        <translation>%1 im Zip-Archiv %2 ist mit dem Verfahren %3 komprimiert; nur gespeicherte und mit Deflate komprimierte Einträge werden gelesen.</translation>
    </message>
    <message>
        <source>The zip archive %1 would unpack to %2, more than %3 times its size: it looks like a zip bomb.</source>
        <translation>Das Zip-Archiv %1 würde auf %2 entpackt, mehr als das %3-Fache seiner Größe: Es sieht wie eine Zip-Bombe aus.</translation>
    </message>
    <message>
        <source>Check where this file comes from. If it is genuine, unpack it and import its %1.</source>
        <translation>Prüfen Sie, woher diese Datei kommt. Ist sie echt, entpacken Sie sie und importieren ihre Datei %1.</translation>
    </message>
    <message>
        <source>%1 begins like a zip archive, but its directory is missing or damaged: it was probably cut off.</source>
        <translation>%1 beginnt wie ein Zip-Archiv, aber das Verzeichnis fehlt oder ist beschädigt: Die Datei wurde wohl abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: the zip archive is damaged or cut off.</source>
        <translation>%1 kann nicht entpackt werden: Das Zip-Archiv ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Check the path in FileName.</source>
        <translation>Prüfen Sie den Pfad in FileName.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check the path in FileName, and that you may read the file.</source>
        <translation>Prüfen Sie den Pfad in FileName und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>%1 is neither a zip archive nor an XML document.</source>
        <translation>%1 ist weder ein Zip-Archiv noch ein XML-Dokument.</translation>
    </message>
    <message>
        <source>Check the disk or the network drive it lies on, and try again.</source>
        <translation>Prüfen Sie die Festplatte oder das Netzlaufwerk, auf dem sie liegt, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>cspool::UserDataArchiveWriter</name>
    <message>
        <source>%1 cannot be written: %2. A file of that name is as it was.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Eine Datei dieses Namens ist, wie sie war.</translation>
    </message>
    <message>
        <source>Check that the folder exists, that you may write to it and that the disk has room, and try again.</source>
        <translation>Prüfen Sie, ob der Ordner vorhanden ist, ob Sie hineinschreiben dürfen und ob die Festplatte Platz hat, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not written: the legacy format holds users only.</source>
        <translation>%1 wird nicht geschrieben: Das ältere Format enthält nur Benutzer.</translation>
    </message>
    <message>
        <source>Export without LegacyFormat to take everything along.</source>
        <translation>Exportieren Sie ohne LegacyFormat, um alles mitzunehmen.</translation>
    </message>
    <message>
        <source>%1 is not written: its data names another user, %2.</source>
        <translation>%1 wird nicht geschrieben: Die Daten nennen einen anderen Benutzer, %2.</translation>
    </message>
    <message>
        <source>%1 is not written: there is no HomedResource in its data, which is all that the legacy format holds.</source>
        <translation>%1 wird nicht geschrieben: In den Daten ist keine HomedResource, und nur die enthält das ältere Format.</translation>
    </message>
</context>
<context>
    <name>cspool::UserDataParser</name>
    <message>
        <source>the %1 has no %2</source>
        <translation>%1 hat kein %2</translation>
    </message>
    <message>
        <source>its name is longer than %1 characters</source>
        <translation>sein Name ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>its name &quot;%1&quot; contains &apos;\&apos; or &apos;/&apos;, which the real cmdlet does not take either</source>
        <translation>sein Name „%1“ enthält &apos;\&apos; oder &apos;/&apos;, was auch das echte Cmdlet nicht annimmt</translation>
    </message>
    <message>
        <source>its name contains a control character</source>
        <translation>sein Name enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>%1, line %2: a tag or comment is longer than %3.</source>
        <translation>%1, Zeile %2: Ein Tag oder Kommentar ist länger als %3.</translation>
    </message>
    <message>
        <source>Check where this file comes from: no export has such a tag.</source>
        <translation>Prüfen Sie, woher diese Datei kommt: Kein Export hat ein solches Tag.</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>er ist größer als %1</translation>
    </message>
    <message>
        <source>%1, line %2: the document has a DOCTYPE, which is refused because it can define entities.</source>
        <translation>%1, Zeile %2: Das Dokument hat einen DOCTYPE; er wird abgelehnt, weil er Entitäten vereinbaren kann.</translation>
    </message>
    <message>
        <source>Check where this file comes from: no export has one.</source>
        <translation>Prüfen Sie, woher diese Datei kommt: Kein Export hat einen.</translation>
    </message>
    <message>
        <source>%1, line %2: elements are nested deeper than %3.</source>
        <translation>%1, Zeile %2: Elemente sind tiefer verschachtelt als %3.</translation>
    </message>
    <message>
        <source>Check where this file comes from: no export is nested like this.</source>
        <translation>Prüfen Sie, woher diese Datei kommt: Kein Export ist so verschachtelt.</translation>
    </message>
    <message>
        <source>%1 is no user data: its root element is &lt;%2&gt;, not &lt;DocItemSet&gt; or &lt;HomedResources&gt;.</source>
        <translation>%1 enthält keine Benutzerdaten: Das Wurzelelement ist &lt;%2&gt;, nicht &lt;DocItemSet&gt; oder &lt;HomedResources&gt;.</translation>
    </message>
    <message>
        <source>Choose a file that Export-CsUserData wrote.</source>
        <translation>Wählen Sie eine Datei, die Export-CsUserData geschrieben hat.</translation>
    </message>
    <message>
        <source>the element &lt;%1&gt; is no %2</source>
        <translation>das Element &lt;%1&gt; ist kein %2</translation>
    </message>
    <message>
        <source>The item in line %1 of %2 is not imported: %3.</source>
        <translation>Der Eintrag in Zeile %1 von %2 wird nicht importiert: %3.</translation>
    </message>
    <message>
        <source>Correct the item in the file, or export it again, and import it once more; everything else was read.</source>
        <translation>Berichtigen Sie den Eintrag in der Datei, oder exportieren Sie sie neu, und importieren Sie sie noch einmal; alles andere wurde gelesen.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>Export the user data again, or fetch the file once more.</source>
        <translation>Exportieren Sie die Benutzerdaten noch einmal, oder holen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>%1 ends too early, in line %2: it was probably cut off.</source>
        <translation>%1 endet zu früh, in Zeile %2: Die Datei wurde wohl abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 is not well-formed XML: line %2, column %3: %4.</source>
        <translation>%1 ist kein wohlgeformtes XML: Zeile %2, Spalte %3: %4.</translation>
    </message>
</context>
<context>
    <name>cspool::WsmanErrors</name>
    <message>
        <source>There is no host with the name &quot;%1&quot;.</source>
        <translation>Es gibt keinen Host mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Check the name. If it is right, this computer&apos;s DNS does not know it: use the full name, or connect to the network of the deployment first.</source>
        <translation>Prüfen Sie den Namen. Wenn er stimmt, kennt ihn das DNS dieses Rechners nicht: Verwenden Sie den vollständigen Namen, oder verbinden Sie sich zuerst mit dem Netz der Bereitstellung.</translation>
    </message>
    <message>
        <source>%1 is there, but nothing answers at its port %2.</source>
        <translation>%1 ist da, aber an seinem Port %2 antwortet nichts.</translation>
    </message>
    <message>
        <source>Check on the server that IIS (or WinRM) runs and listens for HTTPS at this port, and that no firewall refuses the connection.</source>
        <translation>Prüfen Sie auf dem Server, dass IIS (oder WinRM) läuft und an diesem Port HTTPS annimmt und dass keine Firewall die Verbindung ablehnt.</translation>
    </message>
    <message>
        <source>There is no way through the network to %1.</source>
        <translation>Es führt kein Weg durch das Netz zu %1.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network connection, and a VPN where one is needed.</source>
        <translation>Prüfen Sie die Netzverbindung dieses Rechners und, wo nötig, das VPN.</translation>
    </message>
    <message>
        <source>%1 did not answer at port %2 within the time.</source>
        <translation>%1 hat an Port %2 nicht innerhalb der Zeitgrenze geantwortet.</translation>
    </message>
    <message>
        <source>Check that the server runs and that no firewall between here and there swallows connections to this port; then try again.</source>
        <translation>Prüfen Sie, dass der Server läuft und keine Firewall dazwischen Verbindungen zu diesem Port verschluckt; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung zu %1 ging verloren.</translation>
    </message>
    <message>
        <source>Check the network and the server; then connect again.</source>
        <translation>Prüfen Sie Netz und Server, und verbinden Sie dann neu.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost and did not come back.</source>
        <translation>Die Verbindung zu %1 ging verloren und kam nicht zurück.</translation>
    </message>
    <message>
        <source>What ran there may still run or have ended: connect again and look at the states of the pools before you repeat it.</source>
        <translation>Was dort lief, läuft vielleicht noch oder hat geendet: Verbinden Sie neu, und sehen Sie sich die Zustände der Pools an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>%1 and this computer cannot agree on an encrypted connection: %4</source>
        <translation>%1 und dieser Rechner können sich nicht auf eine verschlüsselte Verbindung einigen: %4</translation>
    </message>
    <message>
        <source>Check that port %2 is one for HTTPS, and that the server allows TLS 1.2 or later: older versions are not safe and are not used.</source>
        <translation>Prüfen Sie, dass Port %2 einer für HTTPS ist und der Server TLS 1.2 oder neuer erlaubt: Ältere Fassungen sind nicht sicher und werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be verified: %4</source>
        <translation>Das Zertifikat von %1 ließ sich nicht prüfen: %4</translation>
    </message>
    <message>
        <source>Install the issuer&apos;s certificate on this computer, or compare the fingerprint with the server&apos;s and trust this one certificate.</source>
        <translation>Installieren Sie das Zertifikat des Ausstellers auf diesem Rechner, oder vergleichen Sie den Fingerabdruck mit dem des Servers, und vertrauen Sie diesem einen Zertifikat.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 refuses the connection: %4</source>
        <translation>Der Proxy zwischen diesem Rechner und %1 lehnt die Verbindung ab: %4</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s settings, or let this server be reached without one.</source>
        <translation>Prüfen Sie die Einstellungen des Proxys, oder lassen Sie diesen Server ohne Proxy erreichen.</translation>
    </message>
    <message>
        <source>%1 answers, but has nothing at &quot;%3&quot; (HTTP 404).</source>
        <translation>%1 antwortet, hat aber nichts unter „%3“ (HTTP 404).</translation>
    </message>
    <message>
        <source>Use https://POOL/OcsPowershell for a front end, or https://HOST:5986/wsman for a management server with WinRM.</source>
        <translation>Verwenden Sie https://POOL/OcsPowershell für einen Front-End-Server oder https://HOST:5986/wsman für einen Verwaltungsserver mit WinRM.</translation>
    </message>
    <message>
        <source>What answers at &quot;%3&quot; on %1 is not PowerShell Remoting.</source>
        <translation>Was unter „%3“ auf %1 antwortet, ist kein PowerShell-Remoting.</translation>
    </message>
    <message>
        <source>%1 sends this connection to another address: %4</source>
        <translation>%1 verweist diese Verbindung an eine andere Adresse: %4</translation>
    </message>
    <message>
        <source>Connect to that address if you trust it; passwords are never sent on to another server.</source>
        <translation>Verbinden Sie mit dieser Adresse, wenn Sie ihr vertrauen; Kennwörter werden nie an einen anderen Server weitergesendet.</translation>
    </message>
    <message>
        <source>%1 refuses the request: %4</source>
        <translation>%1 lehnt die Anfrage ab: %4</translation>
    </message>
    <message>
        <source>Check the address, and the event log of the server.</source>
        <translation>Prüfen Sie die Adresse und das Ereignisprotokoll des Servers.</translation>
    </message>
    <message>
        <source>Try again in a few minutes. If it lasts, check on the server that the application pool of IIS (or WinRM) runs.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal. Bleibt es dabei, prüfen Sie auf dem Server, dass der Anwendungspool von IIS (oder WinRM) läuft.</translation>
    </message>
    <message>
        <source>%1 failed to serve the request: %4</source>
        <translation>%1 konnte die Anfrage nicht bedienen: %4</translation>
    </message>
    <message>
        <source>Look into the event log of the server; then try again.</source>
        <translation>Sehen Sie ins Ereignisprotokoll des Servers, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than any that was asked for, and was refused.</source>
        <translation>Die Antwort von %1 ist größer als alles, worum gebeten wurde, und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Check the address: PowerShell Remoting does not answer like this.</source>
        <translation>Prüfen Sie die Adresse: PowerShell-Remoting antwortet nicht so.</translation>
    </message>
    <message>
        <source>%1 knows you, but does not let you in (HTTP 403).</source>
        <translation>%1 kennt Sie, lässt Sie aber nicht ein (HTTP 403).</translation>
    </message>
    <message>
        <source>Have your account added to a group with a role that may use this server, such as CsAdministrator or RTCUniversalServerAdmins, and sign in anew.</source>
        <translation>Lassen Sie Ihr Konto in eine Gruppe mit einer Rolle aufnehmen, die diesen Server benutzen darf, etwa CsAdministrator oder RTCUniversalServerAdmins, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>%1 does not take the chosen kind of sign-in; it takes: %4</source>
        <translation>%1 nimmt die gewählte Art der Anmeldung nicht an; es nimmt an: %4</translation>
    </message>
    <message>
        <source>Choose one of these for the connection, or enable the other on the server.</source>
        <translation>Wählen Sie eine davon für die Verbindung, oder schalten Sie die andere auf dem Server ein.</translation>
    </message>
    <message>
        <source>%1 takes only Kerberos, and no domain controller could be asked for a ticket: %4</source>
        <translation>%1 nimmt nur Kerberos an, und kein Domänencontroller konnte um ein Ticket gebeten werden: %4</translation>
    </message>
    <message>
        <source>Check that this computer&apos;s DNS and /etc/krb5.conf know the domain, write the user name as name@DOMAIN with the full name of the domain, or install gss-ntlmssp.</source>
        <translation>Prüfen Sie, dass das DNS dieses Rechners und /etc/krb5.conf die Domäne kennen, schreiben Sie den Benutzernamen als Name@DOMÄNE mit dem vollständigen Namen der Domäne, oder installieren Sie gss-ntlmssp.</translation>
    </message>
    <message>
        <source>Connect with the full name under which the server is in the domain; or register the name as HTTP/%1 with setspn.</source>
        <translation>Verbinden Sie unter dem vollständigen Namen, unter dem der Server in der Domäne ist, oder registrieren Sie den Namen mit setspn als HTTP/%1.</translation>
    </message>
    <message>
        <source>The clock of this computer and that of the domain differ too much for Kerberos to sign in to %1.</source>
        <translation>Die Uhr dieses Rechners und die der Domäne weichen für eine Kerberos-Anmeldung bei %1 zu weit voneinander ab.</translation>
    </message>
    <message>
        <source>Set the clock of this computer (they may differ by five minutes).</source>
        <translation>Stellen Sie die Uhr dieses Rechners (erlaubt sind fünf Minuten Abweichung).</translation>
    </message>
    <message>
        <source>Change it, for example at a computer of the domain; then connect again.</source>
        <translation>Ändern Sie es, etwa an einem Rechner der Domäne, und verbinden Sie dann neu.</translation>
    </message>
    <message>
        <source>Have it enabled in the domain; then connect again.</source>
        <translation>Lassen Sie es in der Domäne freischalten, und verbinden Sie dann neu.</translation>
    </message>
    <message>
        <source>Signing in to %1 failed: %4</source>
        <translation>Die Anmeldung bei %1 ist fehlgeschlagen: %4</translation>
    </message>
    <message>
        <source>Check the user name, the ticket (klist) and /etc/krb5.conf.</source>
        <translation>Prüfen Sie den Benutzernamen, das Ticket (klist) und /etc/krb5.conf.</translation>
    </message>
    <message>
        <source>%1 does not allow you to run commands: %4</source>
        <translation>%1 erlaubt Ihnen nicht, Befehle auszuführen: %4</translation>
    </message>
    <message>
        <source>Have your account added to a group with a role that may, such as CsAdministrator, or on a management server to Remote Management Users; then sign in anew.</source>
        <translation>Lassen Sie Ihr Konto in eine Gruppe mit einer Rolle aufnehmen, die es darf, etwa CsAdministrator, oder auf einem Verwaltungsserver in „Remoteverwaltungsbenutzer“; melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>%1 has too many open sessions of this user to open another.</source>
        <translation>Auf %1 sind zu viele Sitzungen dieses Benutzers offen, um noch eine zu öffnen.</translation>
    </message>
    <message>
        <source>End sessions that are not needed; those that were left behind end by themselves. The limit is MaxShellsPerUser in the settings of WinRM.</source>
        <translation>Beenden Sie Sitzungen, die nicht gebraucht werden; zurückgelassene enden von selbst. Die Grenze ist MaxShellsPerUser in den Einstellungen von WinRM.</translation>
    </message>
    <message>
        <source>%1 has too many requests of this user at the same time.</source>
        <translation>%1 hat zu viele gleichzeitige Anfragen dieses Benutzers.</translation>
    </message>
    <message>
        <source>Wait until what runs there has ended; then try again. The limit is MaxConcurrentOperationsPerUser in the settings of WinRM.</source>
        <translation>Warten Sie, bis beendet ist, was dort läuft, und versuchen Sie es dann noch einmal. Die Grenze ist MaxConcurrentOperationsPerUser in den Einstellungen von WinRM.</translation>
    </message>
    <message>
        <source>%1 refuses the request because a quota is used up: %4</source>
        <translation>%1 lehnt die Anfrage ab, weil ein Kontingent erschöpft ist: %4</translation>
    </message>
    <message>
        <source>Wait a few minutes; then try again.</source>
        <translation>Warten Sie einige Minuten, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 has sessions of as many users as it allows.</source>
        <translation>%1 hat Sitzungen von so vielen Benutzern, wie es erlaubt.</translation>
    </message>
    <message>
        <source>Wait until somebody has left. The limit is MaxConcurrentUsers in the settings of WinRM.</source>
        <translation>Warten Sie, bis jemand gegangen ist. Die Grenze ist MaxConcurrentUsers in den Einstellungen von WinRM.</translation>
    </message>
    <message>
        <source>%1 does not allow remote sessions: %4</source>
        <translation>%1 erlaubt keine Sitzungen von anderen Rechnern: %4</translation>
    </message>
    <message>
        <source>Run Enable-PSRemoting on the server, or have its policy changed.</source>
        <translation>Führen Sie auf dem Server Enable-PSRemoting aus, oder lassen Sie seine Richtlinie ändern.</translation>
    </message>
    <message>
        <source>%1 has no PowerShell to connect to at this address: %4</source>
        <translation>%1 hat unter dieser Adresse keine PowerShell, mit der man sich verbinden kann: %4</translation>
    </message>
    <message>
        <source>Check the address. On a management server, Get-PSSessionConfiguration shows what there is, and Enable-PSRemoting makes what is missing.</source>
        <translation>Prüfen Sie die Adresse. Auf einem Verwaltungsserver zeigt Get-PSSessionConfiguration, was es gibt, und Enable-PSRemoting legt an, was fehlt.</translation>
    </message>
    <message>
        <source>%1 does not take messages as large as those that were sent.</source>
        <translation>%1 nimmt keine so großen Nachrichten an, wie gesendet wurden.</translation>
    </message>
    <message>
        <source>Raise MaxEnvelopeSizekb in the settings of WinRM to 500.</source>
        <translation>Erhöhen Sie MaxEnvelopeSizekb in den Einstellungen von WinRM auf 500.</translation>
    </message>
    <message>
        <source>%1 has ended the session, or the command in it.</source>
        <translation>%1 hat die Sitzung oder den Befehl darin beendet.</translation>
    </message>
    <message>
        <source>What ran in it may not have been finished: connect again and look at the states of the pools before you repeat it.</source>
        <translation>Was darin lief, ist vielleicht nicht fertig geworden: Verbinden Sie neu, und sehen Sie sich die Zustände der Pools an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while a command was sent; it is not known whether it arrived.</source>
        <translation>Die Verbindung zu %1 ging verloren, während ein Befehl gesendet wurde; ob er ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Look at the states of the pools before you repeat it.</source>
        <translation>Sehen Sie sich die Zustände der Pools an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>%1 reports: %4</source>
        <translation>%1 meldet: %4</translation>
    </message>
    <message>
        <source>Look into the event log of the server.</source>
        <translation>Sehen Sie ins Ereignisprotokoll des Servers.</translation>
    </message>
    <message>
        <source>error %1.</source>
        <translation>Fehler %1.</translation>
    </message>
    <message>
        <source>%1 is too busy to serve this connection now, or its service is stopped.</source>
        <translation>%1 ist zu ausgelastet, um diese Verbindung jetzt zu bedienen, oder sein Dienst ist angehalten.</translation>
    </message>
    <message>
        <source>%1 has ended the session because it heard nothing from this computer for longer than it allows: %4</source>
        <translation>%1 hat die Sitzung beendet, weil es von diesem Computer länger nichts gehört hat, als es zulässt: %4</translation>
    </message>
    <message>
        <source>Connect again. Commands that still ran were ended with the session: look at the states of the pools before you repeat them.</source>
        <translation>Verbinden Sie sich erneut. Befehle, die noch liefen, wurden mit der Sitzung beendet: Sehen Sie sich die Zustände der Pools an, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>Another client has taken over the session on %1.</source>
        <translation>Ein anderer Client hat die Sitzung auf %1 übernommen.</translation>
    </message>
    <message>
        <source>What runs in it goes on, and is told to that client. Connect again, and look at the states of the pools before you repeat anything.</source>
        <translation>Was darin läuft, läuft weiter und wird jenem Client gemeldet. Verbinden Sie sich erneut, und sehen Sie sich die Zustände der Pools an, bevor Sie etwas wiederholen.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost for a while, and this server does not hand over afterwards what a command said: how it ended is not known.</source>
        <translation>Die Verbindung zu %1 war eine Weile unterbrochen, und dieser Server gibt danach nicht mehr heraus, was ein Befehl gemeldet hat: Wie er geendet hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while a command was sent, and the server does not know the command: most likely it never began.</source>
        <translation>Die Verbindung zu %1 ging verloren, während ein Befehl gesendet wurde, und der Server kennt den Befehl nicht: Sehr wahrscheinlich hat er nie begonnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s).</source>
        <translation>
            <numerusform>%n Minute.</numerusform>
            <numerusform>%n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kerberos does not know the server %1: %4</source>
        <translation>Kerberos kennt den Server %1 nicht: %4</translation>
    </message>
    <message>
        <source>The password has expired, so %1 lets nobody in as %4</source>
        <translation>Das Kennwort ist abgelaufen, deshalb lässt %1 niemanden herein als %4</translation>
    </message>
    <message>
        <source>The account is locked, disabled or expired, so %1 lets nobody in as %4</source>
        <translation>Das Konto ist gesperrt, deaktiviert oder abgelaufen, deshalb lässt %1 niemanden herein als %4</translation>
    </message>
</context>
<context>
    <name>cspool::WsmanShell</name>
    <message>
        <source>The answer of the server is no message of WS-Management: %1</source>
        <translation>Die Antwort des Servers ist keine Nachricht von WS-Management: %1</translation>
    </message>
    <message>
        <source>Check the address: it must be that of PowerShell Remoting, such as https://POOL/OcsPowershell.</source>
        <translation>Prüfen Sie die Adresse: Sie muss die von PowerShell-Remoting sein, etwa https://POOL/OcsPowershell.</translation>
    </message>
    <message>
        <source>it has a document type, which is refused because it can define entities.</source>
        <translation>sie hat einen Dokumenttyp, der abgelehnt wird, weil er Entitäten definieren kann.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it has no body.</source>
        <translation>sie hat keinen Rumpf.</translation>
    </message>
    <message>
        <source>its elements are nested more than %1 deep.</source>
        <translation>ihre Elemente sind tiefer als %1 geschachtelt.</translation>
    </message>
    <message>
        <source>it is no SOAP 1.2 envelope.</source>
        <translation>sie ist kein SOAP-1.2-Umschlag.</translation>
    </message>
    <message>
        <source>a stream in it is not base64.</source>
        <translation>ein Datenstrom darin ist nicht base64.</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes.</source>
        <translation>sie ist größer als %1 Byte.</translation>
    </message>
</context>
<context>
    <name>cspool::XmlToUtf8</name>
    <message>
        <source>%1 ends in the middle of a UTF-16 character: it was probably cut off.</source>
        <translation>%1 endet mitten in einem UTF-16-Zeichen: Die Datei wurde wohl abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 is encoded in UTF-32, which is not read.</source>
        <translation>%1 ist in UTF-32 kodiert, das nicht gelesen wird.</translation>
    </message>
    <message>
        <source>%1 is encoded in &quot;%2&quot;, which is not read.</source>
        <translation>%1 ist in „%2“ kodiert, das nicht gelesen wird.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-16 near byte %2.</source>
        <translation>%1 ist nahe Byte %2 kein gültiges UTF-16.</translation>
    </message>
    <message>
        <source>Save the document in UTF-8 and try again, or export it anew.</source>
        <translation>Speichern Sie das Dokument in UTF-8, und versuchen Sie es noch einmal, oder exportieren Sie es neu.</translation>
    </message>
</context>
</TS>
