// CheckDetails: one check of the readiness in full: what is true, who told it and when, and what to do about it.
#pragma once

#include "model/command.h"
#include "model/failover/failover_check.h"

#include <QScrollArea>

#include <functional>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace cspool {

class CheckDetails : public QScrollArea
{
    Q_OBJECT

public:
    // Whether a command can be run from here.
    using IsOffered = std::function<bool(const Command &)>;

    CheckDetails(IsOffered isOffered, QWidget *parent = nullptr);

    // What is shown already is left as it is, so that the keyboard stays where it was. Nothing: no check is selected.
    void setCheck(const std::optional<FailoverCheck> &check);
    void setTime(const QDateTime &now, bool isOld); // the age of what is shown

Q_SIGNALS:
    void commandRequested(const cspool::Command &command);

private:
    void addFinding(QVBoxLayout *layout);
    void addItems(QVBoxLayout *layout);
    void addRemedies(QVBoxLayout *layout);
    void addRemedy(QVBoxLayout *layout, int number, const Remedy &remedy);
    void addOrigin(QVBoxLayout *layout);
    std::optional<Command> offeredCommand(const QString &line) const;

    const IsOffered m_isOffered;
    std::optional<FailoverCheck> m_check;
    QLabel *m_time = nullptr; // of the content that is shown
};

} // namespace cspool
