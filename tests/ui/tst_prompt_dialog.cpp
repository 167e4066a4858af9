// PromptCenter and PromptDialog: the questions of real jobs, answered by keyboard and mouse.
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/jobs/prompt_center.h"
#include "ui/jobs/prompt_dialog.h"
#include "ui/jobs/prompt_text.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestPromptDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPushButton *m_button = nullptr;
    PromptCenter *m_center = nullptr;

    JobRunner &jobs() { return m_world->jobs(); }
    JobState state(const QUuid &job) { return jobs().job(job)->state; }
    Outcome outcome(const QUuid &job) { return jobs().job(job)->outcome; }
    PromptDialog *dialog() const { return m_window->findChild<PromptDialog *>(); }
    PromptDialog *openDialog() const
    {
        PromptDialog *found = dialog();
        return found && found->isVisible() ? found : nullptr;
    }
    template <typename Widget> Widget *find(const QString &name) const { return dialog()->findChild<Widget *>(name); }

    QUuid submitAsking()
    {
        return m_world->workspace().submit(Command(u"Backup-CsPool"_s)
                                               .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                               .set(u"Confirm"_s, true)
                                               .set(u"Report"_s, m_world->filePath(u"report.html"_s)));
    }
    // A job of a deployment that does what the test says, and its pipeline.
    std::pair<QUuid, FakePipeline *> submitFake(const std::shared_ptr<FakeSession> &session, const QString &pool)
    {
        const QUuid job = jobs().submit(session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool));
        const qsizetype before = session->pipelines.size();
        if (!waitUntil([&] { return session->pipelines.size() > before; }))
            qFatal("The job did not start");
        return {job, session->pipelines.last()};
    }
    static PromptRequest request(PromptKind kind)
    {
        PromptRequest prompt;
        prompt.id = 7;
        prompt.kind = kind;
        prompt.caption = u"Input"_s;
        prompt.message = u"Who are <b>you</b>?"_s;
        return prompt;
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void eachChoiceByMouse_data();
    void eachChoiceByMouse();
    void eachChoiceByKeyboard_data();
    void eachChoiceByKeyboard();
    void theDialogTellsTheJobAndTheDeedAndFocusesNo();
    void helpExplainsEachChoiceAndAnswersNothing();
    void helpLeavesTheButtonsTheirRoom();
    void helpIsReachedByTab();
    void escapeAnswersNothingAndTheQuestionWaits();
    void typingIsNotInterrupted();
    void aReadOnlyFieldIsNoTyping();
    void aCancelledJobTakesItsQuestionBack();
    void severalQuestionsComeOneAfterTheOther();
    void textsAndSecretsAreSent_data();
    void textsAndSecretsAreSent();
    void theSafeChoice_data();
    void theSafeChoice();
    void aQuestionWithFourChoicesIsNoConfirmation_data();
    void aQuestionWithFourChoicesIsNoConfirmation();
};

void TestPromptDialog::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->open();
    m_window = std::make_unique<QWidget>();
    m_field = new QLineEdit(m_window.get());
    m_button = new QPushButton(m_window.get());
    m_button->move(0, 50);
    m_center = new PromptCenter(&m_world->workspace(), m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_button->setFocus();
}

void TestPromptDialog::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void TestPromptDialog::eachChoiceByMouse_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("ended");
    QTest::newRow("Yes") << 0 << toString(Outcome::Succeeded);
    QTest::newRow("Yes to All") << 1 << toString(Outcome::Succeeded);
    QTest::newRow("No") << 2 << toString(Outcome::Skipped);
    QTest::newRow("No to All") << 3 << toString(Outcome::Skipped);
}

void TestPromptDialog::eachChoiceByMouse()
{
    QFETCH(int, choice);
    QFETCH(QString, ended);
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    QVERIFY(m_center->isWaiting(job));
    QTest::mouseClick(find<QPushButton>(u"choice%1"_s.arg(choice)), Qt::LeftButton);
    QTRY_VERIFY(jobs().unfinishedJobs().isEmpty());
    QCOMPARE(toString(outcome(job)), ended);
    QTRY_VERIFY(!dialog());
    QVERIFY(!m_center->isWaiting(job));
}

void TestPromptDialog::eachChoiceByKeyboard_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("ended");
    QTest::newRow("Yes") << int(Qt::Key_Y) << toString(Outcome::Succeeded);
    QTest::newRow("Yes to All") << int(Qt::Key_A) << toString(Outcome::Succeeded);
    QTest::newRow("No") << int(Qt::Key_N) << toString(Outcome::Skipped);
    QTest::newRow("No to All") << int(Qt::Key_L) << toString(Outcome::Skipped);
}

void TestPromptDialog::eachChoiceByKeyboard()
{
    QFETCH(int, key);
    QFETCH(QString, ended);
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    QTRY_VERIFY(dialog()->isActiveWindow());
    QTest::keyClick(dialog(), Qt::Key(key), Qt::AltModifier);
    QTRY_VERIFY(jobs().unfinishedJobs().isEmpty());
    QCOMPARE(toString(outcome(job)), ended);
}

void TestPromptDialog::theDialogTellsTheJobAndTheDeedAndFocusesNo()
{
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    QVERIFY(dialog()->windowTitle().contains(u"Backup-CsPool a.example.com"_s));
    QVERIFY(find<QLabel>(u"promptDeployment"_s)->text().contains(jobs().job(job)->deploymentName));
    QVERIFY(find<QLabel>(u"promptMessage"_s)->text().contains(u"a.example.com"_s));
    QCOMPARE(find<QPushButton>(u"choice0"_s)->text(), u"&Yes: back up the pool"_s);
    QCOMPARE(find<QPushButton>(u"choice3"_s)->text(), u"No to A&ll"_s);
    QTRY_COMPARE(dialog()->focusWidget(), find<QPushButton>(u"choice2"_s));
    // Enter takes what is focused, and nothing else.
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(jobs().unfinishedJobs().isEmpty());
    QCOMPARE(toString(outcome(job)), toString(Outcome::Skipped));
}

void TestPromptDialog::helpExplainsEachChoiceAndAnswersNothing()
{
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    QVERIFY(!find<QLabel>(u"choiceHelp0"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"promptHelp"_s), Qt::LeftButton);
    for (int i = 0; i < 4; ++i) {
        QLabel *help = find<QLabel>(u"choiceHelp%1"_s.arg(i));
        QVERIFY(help->isVisible());
        QVERIFY(!help->text().isEmpty());
    }
    QCOMPARE(toString(state(job)), toString(JobState::WaitingForAnswer));
    QTest::keyClick(dialog(), Qt::Key_Question);
    QVERIFY(!find<QLabel>(u"choiceHelp0"_s)->isVisible());
    QVERIFY(m_center->isWaiting(job));
}

void TestPromptDialog::helpLeavesTheButtonsTheirRoom()
{
    submitAsking();
    QTRY_VERIFY(openDialog());
    const int before = dialog()->height();
    QTest::mouseClick(find<QPushButton>(u"promptHelp"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog()->height() > before);
    for (int i = 0; i < 4; ++i) {
        const auto *button = find<QPushButton>(u"choice%1"_s.arg(i));
        QTRY_VERIFY(button->height() >= button->sizeHint().height());
    }
}

// Found by a walk through the dialog: Tab passed by the button.
void TestPromptDialog::helpIsReachedByTab()
{
    submitAsking();
    QTRY_VERIFY(openDialog());
    QTRY_VERIFY(dialog()->isActiveWindow());
    auto *last = find<QPushButton>(u"choice3"_s);
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), find<QPushButton>(u"promptHelp"_s));
}

void TestPromptDialog::escapeAnswersNothingAndTheQuestionWaits()
{
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(toString(state(job)), toString(JobState::WaitingForAnswer));
    QVERIFY(m_center->isWaiting(job));
    QCOMPARE(m_center->waitingJobs(), QList<QUuid>({job}));
    m_center->showPrompt({});
    QTRY_VERIFY(openDialog());
    QTest::mouseClick(find<QPushButton>(u"choice0"_s), Qt::LeftButton);
    QTRY_VERIFY(jobs().unfinishedJobs().isEmpty());
    QCOMPARE(toString(outcome(job)), toString(Outcome::Succeeded));
}

void TestPromptDialog::typingIsNotInterrupted()
{
    m_field->setFocus();
    QTest::keyClicks(m_field, u"red"_s);
    QSignalSpy changed(m_center, &PromptCenter::promptsChanged);
    const QUuid job = submitAsking();
    QTRY_COMPARE(changed.count(), 1);
    QTest::keyClicks(m_field, u"mond"_s);
    QCOMPARE(m_field->text(), u"redmond"_s);
    QCOMPARE(QApplication::focusWidget(), m_field);
    QVERIFY(!dialog());
    QVERIFY(m_center->isWaiting(job));
    m_center->showPrompt(job);
    QTRY_VERIFY(openDialog());
    QTRY_VERIFY(dialog()->isActiveWindow());
}

void TestPromptDialog::aReadOnlyFieldIsNoTyping()
{
    m_field->setReadOnly(true);
    m_field->setFocus();
    submitAsking();
    QTRY_VERIFY(openDialog());
}

void TestPromptDialog::aCancelledJobTakesItsQuestionBack()
{
    const QUuid job = submitAsking();
    QTRY_VERIFY(openDialog());
    jobs().cancel(job);
    QTRY_VERIFY(!dialog());
    QVERIFY(!m_center->isWaiting(job));
    QTRY_COMPARE(toString(state(job)), toString(JobState::Finished));
    QCOMPARE(toString(outcome(job)), toString(Outcome::Cancelled));
}

void TestPromptDialog::severalQuestionsComeOneAfterTheOther()
{
    const auto session = std::make_shared<FakeSession>();
    const auto [first, firstPipeline] = submitFake(session, u"a.x.com"_s);
    const auto [second, secondPipeline] = submitFake(session, u"c.x.com"_s);
    firstPipeline->write(request(PromptKind::Text));
    QTRY_VERIFY(openDialog());
    secondPipeline->write(request(PromptKind::Text));
    QTRY_COMPARE(m_center->waitingJobs().size(), 2);
    QCOMPARE(m_window->findChildren<PromptDialog *>().size(), 1);
    QCOMPARE(dialog()->job(), first);
    QTest::mouseClick(find<QPushButton>(u"sendAnswer"_s), Qt::LeftButton);
    QTRY_VERIFY(openDialog() && openDialog()->job() == second);
    QCOMPARE(m_center->waitingJobs(), QList<QUuid>({second}));
    firstPipeline->end(Outcome::Succeeded);
    secondPipeline->end(Outcome::Succeeded);
    QTRY_VERIFY(!dialog());
}

void TestPromptDialog::textsAndSecretsAreSent_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("text") << int(PromptKind::Text) << u"ann"_s << QString();
    QTest::newRow("secret") << int(PromptKind::Secret) << QString() << u"s3cret"_s;
    QTest::newRow("credential") << int(PromptKind::Credential) << u"ann"_s << u"s3cret"_s;
}

void TestPromptDialog::textsAndSecretsAreSent()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QString, secret);
    JobInfo job;
    job.id = QUuid::createUuid();
    job.cmdlet = u"Get-CsPool"_s;
    PromptDialog dialog(job, request(PromptKind(kind)));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.findChild<QLabel *>(u"promptMessage"_s)->textFormat(), Qt::PlainText);
    QList<PromptAnswer> answers;
    connect(&dialog, &PromptDialog::answered, this, [&](const PromptAnswer &answer) { answers.append(answer); });
    auto *textField = dialog.findChild<QLineEdit *>(u"promptText"_s);
    auto *secretField = dialog.findChild<QLineEdit *>(u"promptSecret"_s);
    QCOMPARE(textField == nullptr, text.isEmpty());
    QCOMPARE(secretField == nullptr, secret.isEmpty());
    if (textField)
        QTest::keyClicks(textField, text);
    if (secretField) {
        QTest::keyClicks(secretField, secret);
        QCOMPARE(secretField->echoMode(), QLineEdit::Password);
        QVERIFY(!secretField->displayText().contains(secret));
    }
    QTest::keyClick(secretField ? secretField : textField, Qt::Key_Return);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().id, 7);
    QCOMPARE(answers.first().text, text);
    QCOMPARE(answers.first().secret, secret);
    QVERIFY(!secretField || secretField->text().isEmpty());
    QVERIFY(!dialog.isVisible());
}

void TestPromptDialog::theSafeChoice_data()
{
    QTest::addColumn<int>("choices");
    QTest::addColumn<int>("defaultChoice");
    QTest::addColumn<int>("safe");
    QTest::newRow("confirmation whose default is Yes") << 4 << 0 << 2;
    QTest::newRow("confirmation whose default is Yes to All") << 4 << 1 << 2;
    QTest::newRow("confirmation whose default is No") << 4 << 2 << 2;
    QTest::newRow("confirmation whose default is No to All") << 4 << 3 << 3;
    QTest::newRow("confirmation of a server") << 5 << 0 << 2;
    QTest::newRow("confirmation without default") << 4 << -1 << 2;
    QTest::newRow("question whose default goes on") << 3 << 0 << -1;
    QTest::newRow("question without default") << 3 << -1 << -1;
    QTest::newRow("question whose default is another") << 3 << 2 << 2;
    QTest::newRow("default out of range") << 3 << 9 << -1;
}

void TestPromptDialog::theSafeChoice()
{
    QFETCH(int, choices);
    QFETCH(int, defaultChoice);
    QFETCH(int, safe);
    PromptRequest prompt;
    const QStringList labels = choices > 3
        ? QStringList{u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s, u"&Suspend"_s}
        : QStringList{u"&Yes"_s, u"Yes to &All"_s, u"&Halt Command"_s};
    for (const QString &label : labels.first(choices))
        prompt.choices.append({label, {}});
    prompt.defaultChoice = defaultChoice;
    QCOMPARE(safeChoice(prompt), safe);
}

// Found by a review: any question with four or five choices was taken for PowerShell's confirmation.
void TestPromptDialog::aQuestionWithFourChoicesIsNoConfirmation_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("PowerShell 5") << QStringList{u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s, u"&Suspend"_s}
                                  << true;
    QTest::newRow("other keys") << QStringList{u"&Yes"_s, u"Y&es to all"_s, u"&No"_s, u"N&o to all"_s} << true;
    QTest::newRow("four others") << QStringList{u"&Retry"_s, u"&Skip"_s, u"&Abort"_s, u"&Ignore"_s} << false;
    QTest::newRow("in another order") << QStringList{u"&No"_s, u"No to A&ll"_s, u"&Yes"_s, u"Yes to &All"_s} << false;
}
void TestPromptDialog::aQuestionWithFourChoicesIsNoConfirmation()
{
    QFETCH(QStringList, labels);
    QFETCH(bool, isKnown);
    PromptRequest prompt;
    for (const QString &label : std::as_const(labels))
        prompt.choices.append({label, {}});
    prompt.defaultChoice = 1;
    QCOMPARE(isConfirmation(prompt), isKnown);
    QCOMPARE(choiceText(prompt, 0, u"Backup-CsPool"_s) == labels.first(), !isKnown);
    QCOMPARE(safeChoice(prompt), isKnown ? 2 : 1); // the one that the question gives
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPromptDialog)
#include "tst_prompt_dialog.moc"
