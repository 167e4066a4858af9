#include "backend/report/report_tree.h"

#include <algorithm>

namespace cspool {

ReportRecorder::ReportRecorder(ReportTree frame)
    : m_tree(std::move(frame))
{
}

void ReportRecorder::record(const Record &record)
{
    if (const auto *step = std::get_if<StepRecord>(&record.content)) {
        recordStep(*step);
    } else if (const auto *error = std::get_if<ErrorRecord>(&record.content)) {
        recordMessage(m_tree.errors, m_tree.errorsOmitted,
                      {record.time,
                       error->error.message,
                       error->error.recommendedAction,
                       error->error.target,
                       {},
                       error->isSuppressed});
    } else if (const auto *warning = std::get_if<WarningRecord>(&record.content)) {
        recordMessage(m_tree.warnings, m_tree.warningsOmitted,
                      {record.time, warning->message, warning->recommendedAction, {}, {}, warning->isSuppressed});
    } else if (const auto *information = std::get_if<InformationRecord>(&record.content)) {
        if (information->isHostMessage && m_hostMessages.size() < ReportTree::MessageLimit)
            m_hostMessages.append(information->message);
    }
}

void ReportRecorder::recordStep(const StepRecord &step)
{
    if (const auto known = m_steps.find(step.id); known != m_steps.end()) {
        known->step = step;
    } else if (step.id > m_lastId) { // otherwise one that was omitted when it began
        const auto parent = m_steps.find(step.parentId);
        if (m_steps.size() >= ReportTree::StepLimit) {
            ++(parent == m_steps.end() ? m_tree.stepsOmitted : parent->childrenOmitted);
        } else {
            (parent == m_steps.end() ? m_topLevel : parent->children).append(step.id);
            m_steps.insert(step.id, {step, {}, 0});
        }
    }
    m_lastId = std::max(m_lastId, step.id);

    m_running.removeOne(step.id);
    if (step.result == StepResult::Running && m_steps.contains(step.id)) {
        m_running.append(step.id);
        std::sort(m_running.begin(), m_running.end()); // ids ascend: the innermost one has the greatest
    }
}

void ReportRecorder::recordMessage(QList<ReportMessage> &messages, qint64 &omitted, ReportMessage message)
{
    if (messages.size() >= ReportTree::MessageLimit) {
        ++omitted;
        return;
    }
    if (!m_running.isEmpty())
        message.step = m_steps.value(m_running.constLast()).step.action;
    messages.append(std::move(message));
}

void ReportRecorder::setFact(const QString &name, const QString &value)
{
    for (ReportFact &fact : m_tree.facts) {
        if (fact.name == name) {
            fact.value = value;
            return;
        }
    }
    m_tree.facts.append({name, value});
}

ReportNode ReportRecorder::nodeOf(int id) const
{
    const Entry entry = m_steps.value(id);
    ReportNode node{entry.step.action,    entry.step.result,  entry.step.information, entry.step.informationOmitted,
                    entry.step.counts,    entry.step.started, entry.step.ended,       {},
                    entry.childrenOmitted};
    const qsizetype excess = node.information.size() - StepRecord::InformationLimit;
    if (excess > 0) { // from a sender that does not keep the limit
        node.information.resize(StepRecord::InformationLimit);
        node.informationOmitted += excess;
    }
    for (const int child : entry.children)
        node.children.append(nodeOf(child));
    return node;
}

ReportTree ReportRecorder::finish(Outcome outcome, const QDateTime &ended)
{
    m_tree.outcome = outcome;
    m_tree.ended = ended;
    m_tree.plan = outcome == Outcome::Previewed ? m_hostMessages : QStringList();
    m_tree.steps.clear();
    for (const int id : m_topLevel)
        m_tree.steps.append(nodeOf(id));
    return m_tree;
}

} // namespace cspool
