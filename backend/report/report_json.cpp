#include "backend/report/report_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QScopeGuard>

#define ZLIB_CONST // its input is const
#include <zlib.h>

#include <algorithm>
#include <functional>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ReportJson
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportJson)
};

constexpr int FactLimit = 1000; // facts, plan sentences, exclusions, counts of one step: each
constexpr qint64 UnpackedLimit = 128 * 1024 * 1024;
constexpr int Version = 1;

Error damaged()
{
    return {ErrorCategory::InvalidData, u"ReportDamaged"_s,
            ReportJson::tr("The data at the end of the report file is damaged or cut off."),
            ReportJson::tr("Open the file in the browser, or get the report again from where it was written.")};
}

// --- writing --------------------------------------------------------------------------------------------------------

// Does not split a surrogate pair.
QString bounded(const QString &text)
{
    if (text.size() <= ReportTextLimit)
        return text;
    const bool isInsidePair = text.at(ReportTextLimit - 1).isHighSurrogate();
    return QString(text.left(ReportTextLimit - (isInsidePair ? 1 : 0)) + u'\u2026');
}

// Half of a surrogate pair, of a name in a damaged file, cannot be written as UTF-8, which JSON is: such a text is
// written as its UTF-16 units.
QJsonValue textValue(const QString &full)
{
    const QString text = bounded(full);
    if (text.isValidUtf16())
        return text;
    QJsonArray units;
    for (const QChar c : text)
        units.append(c.unicode());
    return units;
}

// Only what is there is written.
void put(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, textValue(text));
}

void put(QJsonObject &json, const QString &name, qint64 number)
{
    if (number != 0)
        json.insert(name, number);
}

void put(QJsonObject &json, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        json.insert(name, time.toMSecsSinceEpoch());
}

class Writer
{
public:
    QByteArray write(const ReportTree &tree)
    {
        run(tree);
        for (const ReportFact &fact : tree.facts)
            line(u"fact"_s, QJsonArray{textValue(fact.name), textValue(fact.value)});
        messages(u"error"_s, tree.errors);
        messages(u"warning"_s, tree.warnings);
        sentences(u"plan"_s, tree.plan);
        sentences(u"notIncluded"_s, tree.notIncluded);
        for (const ReportNode &node : tree.steps)
            step(node, 0);
        line(u"end"_s, true);
        return m_lines;
    }

private:
    void line(const QString &kind, const QJsonValue &value)
    {
        m_lines += QJsonDocument(QJsonObject{{kind, value}}).toJson(QJsonDocument::Compact) + '\n';
    }

    void sentences(const QString &kind, const QStringList &sentences)
    {
        for (const QString &sentence : sentences)
            line(kind, textValue(sentence));
    }

    void run(const ReportTree &tree)
    {
        QJsonObject json{{u"outcome"_s, toString(tree.outcome)},
                         {u"kind"_s, tree.deployment.kind == DeploymentKind::Lab ? u"Lab"_s : u"Server"_s},
                         {u"deploymentId"_s, tree.deployment.id.toString(QUuid::WithoutBraces)}};
        put(json, u"deploymentName"_s, tree.deployment.name);
        put(json, u"deploymentLocation"_s, tree.deployment.location);
        put(json, u"title"_s, tree.title);
        put(json, u"commandLine"_s, tree.commandLine);
        put(json, u"outcomeText"_s, tree.outcomeText);
        put(json, u"user"_s, tree.user);
        put(json, u"machine"_s, tree.machine);
        put(json, u"programVersion"_s, tree.programVersion);
        put(json, u"started"_s, tree.started);
        put(json, u"ended"_s, tree.ended);
        put(json, u"errorsOmitted"_s, tree.errorsOmitted);
        put(json, u"warningsOmitted"_s, tree.warningsOmitted);
        put(json, u"stepsOmitted"_s, tree.stepsOmitted);
        line(u"run"_s, json);
    }

    void messages(const QString &kind, const QList<ReportMessage> &messages)
    {
        for (const ReportMessage &message : messages) {
            QJsonObject json;
            put(json, u"time"_s, message.time);
            put(json, u"message"_s, message.message);
            put(json, u"recommendedAction"_s, message.recommendedAction);
            put(json, u"target"_s, message.target);
            put(json, u"step"_s, message.step);
            put(json, u"isSuppressed"_s, qint64(message.isSuppressed));
            line(kind, json);
        }
    }

    void step(const ReportNode &node, int depth)
    {
        QJsonObject json{{u"result"_s, toString(node.result)}};
        put(json, u"depth"_s, qint64(depth));
        put(json, u"action"_s, node.action);
        put(json, u"resultText"_s, node.resultText);
        put(json, u"started"_s, node.started);
        put(json, u"ended"_s, node.ended);
        put(json, u"informationOmitted"_s, node.informationOmitted);
        put(json, u"childrenOmitted"_s, node.childrenOmitted);
        QJsonArray counts;
        for (const StepCount &count : node.counts)
            counts.append(QJsonArray{textValue(count.name), count.value, count.isBytes});
        if (!counts.isEmpty())
            json.insert(u"counts"_s, counts);
        line(u"step"_s, json);
        sentences(u"information"_s, node.information);
        for (const ReportNode &child : node.children)
            step(child, depth + 1);
    }

    QByteArray m_lines;
};

// --- reading --------------------------------------------------------------------------------------------------------

QString textFrom(const QJsonValue &json)
{
    if (!json.isArray())
        return bounded(json.toString());
    QString text;
    for (const QJsonValue unit : json.toArray())
        text += QChar(char16_t(std::clamp(unit.toInt(), 0, 0xffff)));
    return bounded(text);
}

qint64 countFrom(const QJsonValue &json)
{
    return std::max<qint64>(json.toInteger(), 0);
}

// Times before the year 1 or after 9999 are mistakes.
QDateTime timeFrom(const QJsonValue &json)
{
    constexpr qint64 Earliest = -62'135'596'800'000;
    constexpr qint64 Latest = 253'402'300'799'999;
    const qint64 time = json.toInteger(Earliest - 1);
    return time < Earliest || time > Latest ? QDateTime() : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

bool readRun(const QJsonObject &json, ReportTree &tree)
{
    const std::optional<Outcome> outcome = outcomeFromString(json[u"outcome"].toString());
    const QString kind = json[u"kind"].toString();
    if (!outcome || (kind != u"Lab" && kind != u"Server")) // a server must never be taken for a lab
        return false;
    tree.outcome = *outcome;
    tree.deployment = {QUuid::fromString(json[u"deploymentId"].toString()),
                       kind == u"Lab" ? DeploymentKind::Lab : DeploymentKind::Server, textFrom(json[u"deploymentName"]),
                       textFrom(json[u"deploymentLocation"])};
    tree.title = textFrom(json[u"title"]);
    tree.commandLine = textFrom(json[u"commandLine"]);
    tree.outcomeText = textFrom(json[u"outcomeText"]);
    tree.user = textFrom(json[u"user"]);
    tree.machine = textFrom(json[u"machine"]);
    tree.programVersion = textFrom(json[u"programVersion"]);
    tree.started = timeFrom(json[u"started"]);
    tree.ended = timeFrom(json[u"ended"]);
    tree.errorsOmitted = countFrom(json[u"errorsOmitted"]);
    tree.warningsOmitted = countFrom(json[u"warningsOmitted"]);
    tree.stepsOmitted = countFrom(json[u"stepsOmitted"]);
    return true;
}

void readMessage(const QJsonObject &json, QList<ReportMessage> &messages, qint64 &omitted)
{
    if (messages.size() >= ReportTree::MessageLimit) {
        ++omitted;
        return;
    }
    messages.append({timeFrom(json[u"time"]), textFrom(json[u"message"]), textFrom(json[u"recommendedAction"]),
                     textFrom(json[u"target"]), textFrom(json[u"step"]), json[u"isSuppressed"].toInt() != 0});
}

void readSentence(const QJsonValue &json, QStringList &sentences)
{
    if (sentences.size() < ReportTree::MessageLimit)
        sentences.append(textFrom(json));
}

ReportNode readStep(const QJsonObject &json)
{
    ReportNode node;
    node.action = textFrom(json[u"action"]);
    node.resultText = textFrom(json[u"resultText"]);
    node.result = stepResultFromString(json[u"result"].toString()).value_or(StepResult::Running);
    node.started = timeFrom(json[u"started"]);
    node.ended = timeFrom(json[u"ended"]);
    node.informationOmitted = countFrom(json[u"informationOmitted"]);
    node.childrenOmitted = countFrom(json[u"childrenOmitted"]);
    for (const QJsonValue count : json[u"counts"].toArray()) {
        if (node.counts.size() < FactLimit)
            node.counts.append({textFrom(count[0]), count[1].toInteger(), count[2].toBool()});
    }
    return node;
}

// --- compressed -----------------------------------------------------------------------------------------------------

// Hands the unpacked bytes on piece by piece.
Result<> unpack(const QByteArray &packed, const StopToken &stop,
                const std::function<Result<>(const QByteArray &)> &take)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return damaged();
    const auto end = qScopeGuard([&stream] { inflateEnd(&stream); });
    stream.next_in = reinterpret_cast<const Bytef *>(packed.constData());
    stream.avail_in = uInt(packed.size());
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    for (int status = Z_OK; status != Z_STREAM_END;) {
        if (stop.isStopRequested())
            return operationStopped();
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END)
            return damaged();
        if (qint64(stream.total_out) > UnpackedLimit) {
            return Error{ErrorCategory::LimitsExceeded, u"ReportTooLarge"_s,
                         ReportJson::tr("The data at the end of the report file unpacks to more than %1.")
                             .arg(QLocale().formattedDataSize(UnpackedLimit)),
                         ReportJson::tr("Open the file in the browser.")};
        }
        if (Result<> taken = take(piece.first(piece.size() - stream.avail_out)); !taken)
            return taken;
    }
    return {};
}

// Lines that mail and editors can carry.
QByteArray wrapped(const QByteArray &base64)
{
    constexpr qsizetype Width = 120;
    QByteArray text;
    text.reserve(base64.size() + base64.size() / Width + 1);
    for (qsizetype i = 0; i < base64.size(); i += Width)
        text += base64.mid(i, Width) + '\n';
    return text;
}

QByteArray withoutWhiteSpace(QByteArray text)
{
    text.removeIf([](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; });
    return text;
}

} // namespace

QByteArray reportToJson(const ReportTree &tree)
{
    return Writer().write(tree);
}

Result<> ReportJsonReader::feed(const QByteArray &bytes)
{
    qsizetype start = 0;
    for (qsizetype end; (end = bytes.indexOf('\n', start)) >= 0; start = end + 1) {
        if (m_rest.size() + end - start > LineLimit)
            return damaged();
        const QByteArray complete = m_rest + bytes.mid(start, end - start);
        m_rest.clear();
        if (Result<> read = line(complete); !read)
            return read;
    }
    m_rest += bytes.mid(start);
    return m_rest.size() > LineLimit ? Result<>(damaged()) : Result<>();
}

Result<> ReportJsonReader::line(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.size() != 1 || m_hasEnd)
        return damaged();
    const QString kind = json.constBegin().key();
    const QJsonValue value = json.constBegin().value();
    if (m_hasRun == (kind == u"run")) // it is the first line, and only that
        return damaged();
    if (kind == u"run") {
        m_hasRun = readRun(value.toObject(), m_tree);
        return m_hasRun ? Result<>() : Result<>(damaged());
    }
    if (kind == u"step")
        return addStep(value.toObject()) ? Result<>() : Result<>(damaged());
    if (kind == u"fact" && m_tree.facts.size() < FactLimit)
        m_tree.facts.append({textFrom(value[0]), textFrom(value[1])});
    else if (kind == u"error")
        readMessage(value.toObject(), m_tree.errors, m_tree.errorsOmitted);
    else if (kind == u"warning")
        readMessage(value.toObject(), m_tree.warnings, m_tree.warningsOmitted);
    else if (kind == u"plan")
        readSentence(value, m_tree.plan);
    else if (kind == u"notIncluded")
        readSentence(value, m_tree.notIncluded);
    else if (kind == u"information" && !m_path.isEmpty() && !m_isLatestStepOmitted)
        addInformation(value);
    else if (kind == u"end")
        m_hasEnd = true;
    return {};
}

void ReportJsonReader::addInformation(const QJsonValue &json)
{
    ReportNode &node = *m_path.last();
    if (node.information.size() >= StepRecord::InformationLimit || m_informationCount >= ReportTree::InformationLimit) {
        ++node.informationOmitted;
        return;
    }
    node.information.append(textFrom(json));
    ++m_informationCount;
}

bool ReportJsonReader::addStep(const QJsonObject &json)
{
    const int depth = json[u"depth"].toInt();
    if (depth < 0 || depth >= ReportTree::DepthLimit || depth > m_path.size())
        return false;
    m_isLatestStepOmitted = m_stepCount >= ReportTree::StepLimit;
    if (m_isLatestStepOmitted) {
        ++m_tree.stepsOmitted;
        return true;
    }
    // Nodes stay where they are in memory as long as nothing is appended beside them; then they leave the path.
    m_path.resize(depth);
    QList<ReportNode> &siblings = depth == 0 ? m_tree.steps : m_path.last()->children;
    siblings.append(readStep(json));
    m_path.append(&siblings.last());
    ++m_stepCount;
    return true;
}

Result<ReportTree> ReportJsonReader::finish()
{
    if (!m_hasEnd || !m_rest.isEmpty())
        return damaged();
    m_path.clear();
    return std::move(m_tree);
}

QByteArray embeddedReport(const ReportTree &tree)
{
    const QByteArray json = reportToJson(tree);
    constexpr qsizetype LengthField = 4; // what qCompress() puts in front of zlib's stream
    const QByteArray comment = json.size() > UnpackedLimit ? QByteArray()
                                                           : QByteArray(ReportDataMark) + QByteArray::number(Version)
            + '\n' + wrapped(qCompress(json).mid(LengthField).toBase64()) + "-->\n";
    return comment.isEmpty() || comment.size() > EmbeddedReportLimit
        ? QByteArray("<!-- The report is too large for the console: it is for the browser only. -->\n")
        : comment;
}

Result<ReportTree> readEmbeddedReport(const QByteArray &comment, const StopToken &stop)
{
    const qsizetype start = qsizetype(sizeof ReportDataMark) - 1;
    const qsizetype firstLine = comment.indexOf('\n');
    const qsizetype end = comment.indexOf("-->", start);
    if (!comment.startsWith(ReportDataMark) || firstLine < 0 || end < firstLine)
        return damaged();
    bool isNumber = false;
    const int version = comment.mid(start, firstLine - start).trimmed().toInt(&isNumber);
    if (isNumber && version > Version) {
        return Error{ErrorCategory::InvalidData, u"ReportTooNew"_s,
                     ReportJson::tr("The report was written by a newer version of CsPool Console."),
                     ReportJson::tr("Open the file in the browser, or update this program.")};
    }
    const auto packed
        = QByteArray::fromBase64Encoding(withoutWhiteSpace(comment.mid(firstLine, end - firstLine)),
                                         QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (version != Version || !packed)
        return damaged();
    ReportJsonReader reader;
    const Result<> unpacked = unpack(*packed, stop, [&reader](const QByteArray &bytes) { return reader.feed(bytes); });
    return unpacked ? reader.finish() : Result<ReportTree>(unpacked.error());
}

} // namespace cspool
