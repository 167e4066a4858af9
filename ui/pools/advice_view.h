// AdviceView: what statuses mean, their likely causes in order, and next steps with a button where a cmdlet does them.
#pragma once

#include "model/status_advice.h"

#include <QScrollArea>

class QVBoxLayout;

namespace cspool {

class AdviceView : public QScrollArea
{
    Q_OBJECT

public:
    struct Section
    {
        QString title; // "Export: ErrorState"; plain text
        StatusAdvice advice;
    };

    explicit AdviceView(QWidget *parent = nullptr);

    // What is shown already is left as it is, so that the keyboard stays where it was.
    void setSections(const QList<Section> &sections);

Q_SIGNALS:
    void commandRequested(const cspool::Command &command);

private:
    void addSection(QVBoxLayout *layout, const Section &section);
    void addStep(QVBoxLayout *layout, const QString &title, int number, const NextStep &step);

    QList<Section> m_sections;
};

} // namespace cspool
