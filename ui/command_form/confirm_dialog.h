// ConfirmDialog: the window's own question before something is changed: what will be done to what, with which commands.
#pragma once

#include "model/deployment_info.h"
#include "model/status_tone.h"

#include <QDialog>
#include <QStringList>

#include <optional>

class QCheckBox;
class QPushButton;

namespace cspool {

class ToneLabel;

struct Confirmation
{
    QString question; // "Back up 3 pools to their backup pools?"
    std::optional<DeploymentInfo> deployment; // where; nothing: in none
    QString verb; // on the button that does it: "Back up 3 pools"
    QStringList subjects = {}; // to what: pools, files; one line each
    QStringList notes = {}; // sentences one should know: files that are replaced
    QStringList losses = {}; // sentences: what will be lost; then a tick is asked for before the button can be pressed
    QStringList commandLines = {}; // exactly what will run
    QString remark = {}; // about the commands
};

// Modal to the window that asks; open() it. accepted() is the answer Yes; closing it in any other way is No. The
// keyboard is on Cancel. Deletes itself when closed.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmDialog(const Confirmation &confirmation, QWidget *parent = nullptr);

private:
    int widthOfCommands(const QStringList &lines) const;
    ToneLabel *addSentence(const QString &name, StatusTone tone, const QString &text);
    QWidget *heading(const Confirmation &confirmation);
    QWidget *lines(const QString &name, const QStringList &texts, bool isCode);
    QWidget *buttons(const Confirmation &confirmation);

    QCheckBox *m_understood = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace cspool
