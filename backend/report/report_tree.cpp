#include "backend/report/report_tree.h"

#include <algorithm>
#include <tuple>

namespace cspool {

// Not defaulted: inside of the class, a list of its own type cannot be compared yet.
bool ReportNode::operator==(const ReportNode &other) const
{
    const auto values = [](const ReportNode &node) {
        return std::tie(node.action, node.result, node.resultText, node.information, node.informationOmitted,
                        node.counts, node.started, node.ended, node.childrenOmitted);
    };
    return values(*this) == values(other)
        && std::equal(children.cbegin(), children.cend(), other.children.cbegin(), other.children.cend());
}

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

void ReportRecorder::recordStep(StepRecord step)
{
    const auto known = m_steps.find(step.id);
    const qint64 others = m_informationCount - (known == m_steps.end() ? 0 : known->step.information.size());
    const qint64 room = std::min<qint64>(StepRecord::InformationLimit, ReportTree::InformationLimit - others);
    if (const qint64 excess = step.information.size() - room; excess > 0) {
        step.information.resize(room);
        step.informationOmitted += excess;
    }
    if (known != m_steps.end())
        known->step = step;
    else if (step.id > m_lastId) // otherwise one that was omitted when it began
        addStep(step);
    if (m_steps.contains(step.id))
        m_informationCount = others + step.information.size();
    m_lastId = std::max(m_lastId, step.id);
    setRunning(step.id, step.result == StepResult::Running && m_steps.contains(step.id));
}

void ReportRecorder::addStep(const StepRecord &step)
{
    auto parent = m_steps.find(step.parentId);
    if (parent != m_steps.end() && parent->depth == ReportTree::DepthLimit - 1)
        parent = m_steps.find(parent->parentId);
    const bool isTopLevel = parent == m_steps.end();
    if (m_steps.size() >= ReportTree::StepLimit) {
        ++(isTopLevel ? m_tree.stepsOmitted : parent->childrenOmitted);
        return;
    }
    (isTopLevel ? m_topLevel : parent->children).append(step.id);
    m_steps.insert(step.id, {step, isTopLevel ? 0 : parent.key(), isTopLevel ? 0 : parent->depth + 1, {}, 0});
}

void ReportRecorder::setRunning(int id, bool isRunning)
{
    const auto place = std::lower_bound(m_running.begin(), m_running.end(), id);
    const bool isListed = place != m_running.end() && *place == id;
    if (isRunning && !isListed)
        m_running.insert(place, id);
    else if (!isRunning && isListed)
        m_running.erase(place);
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
