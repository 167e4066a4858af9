#include "backend/remoting/process/process_packet.h"

#include "model/message_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ProcessPacket)
};

using Kind = ProcessPacket::Kind;

constexpr std::pair<Kind, QByteArrayView> Names[] = {
    {Kind::Data, "Data"},       {Kind::DataAck, "DataAck"},
    {Kind::Command, "Command"}, {Kind::CommandAck, "CommandAck"},
    {Kind::Signal, "Signal"},   {Kind::SignalAck, "SignalAck"},
    {Kind::Close, "Close"},     {Kind::CloseAck, "CloseAck"},
};
constexpr QByteArrayView PromptResponse = "PromptResponse";
constexpr QByteArrayView ErrorPrefix = "__NamedPipeError__:";
constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";
constexpr qsizetype QuotedBytes = 200; // of a line that is not understood
constexpr qsizetype GuidLength = 36;

Error notUnderstood(QByteArrayView line)
{
    const QByteArrayView begin = line.first(qMin(line.size(), QuotedBytes));
    return {ErrorCategory::InvalidData, u"ProcessPacketInvalid"_s,
            Text::tr("it sent \"%1\".").arg(forMessage(QString::fromUtf8(begin)))};
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

// Reads one element with attributes and without children. Nothing that XML offers beyond that is understood, so that
// nothing of it (entities, external subsets) can do harm.
class ElementScanner
{
public:
    explicit ElementScanner(QByteArrayView line)
        : m_rest(line)
    {
    }

    bool take(QByteArrayView token)
    {
        if (!m_rest.startsWith(token))
            return false;
        m_rest = m_rest.sliced(token.size());
        return true;
    }
    bool skipSpaces()
    {
        const qsizetype before = m_rest.size();
        while (!m_rest.isEmpty() && isSpace(m_rest.front()))
            m_rest = m_rest.sliced(1);
        return m_rest.size() < before;
    }
    QByteArrayView name()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(),
                                          [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
        return takeFirst(end - m_rest.begin());
    }
    // What stands between quotes of either kind; null: there are none.
    QByteArrayView quoted()
    {
        if (m_rest.isEmpty() || (m_rest.front() != '\'' && m_rest.front() != '"'))
            return {};
        const qsizetype end = m_rest.indexOf(m_rest.front(), 1);
        if (end < 0)
            return {};
        const QByteArrayView value = takeFirst(end + 1);
        return value.sliced(1, value.size() - 2);
    }
    QByteArrayView until(char end) { return takeFirst(qMax(m_rest.indexOf(end), qsizetype(0))); }
    bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView takeFirst(qsizetype size)
    {
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
};

// "00000000-0000-0000-0000-000000000000" is the session; what is no GUID is nothing.
std::optional<QUuid> guidFrom(QByteArrayView text)
{
    const QUuid guid = text.size() == GuidLength ? QUuid::fromString(QLatin1StringView(text)) : QUuid();
    const bool isZero = text.size() == GuidLength
        && std::all_of(text.begin(), text.end(), [](char c) { return c == '0' || c == '-'; });
    return guid.isNull() && !isZero ? std::nullopt : std::optional(guid);
}

// PSGuid of every packet, and Stream of Data, once each in any order.
bool readAttributes(ElementScanner &scanner, ProcessPacket &packet)
{
    bool hasGuid = false;
    bool hasStream = false;
    while (scanner.skipSpaces()) {
        const QByteArrayView name = scanner.name();
        if (name.isEmpty())
            break;
        const QByteArrayView value = scanner.take("=") ? scanner.quoted() : QByteArrayView();
        if (name == "PSGuid" && !std::exchange(hasGuid, true)) {
            const std::optional<QUuid> guid = guidFrom(value);
            if (!guid)
                return false;
            packet.pipeline = *guid;
        } else if (name == "Stream" && !value.isNull() && packet.kind == Kind::Data
                   && !std::exchange(hasStream, true)) {
            const bool isResponse = value.compare(PromptResponse, Qt::CaseInsensitive) == 0;
            packet.stream = isResponse ? PsrpStream::PromptResponse : PsrpStream::Input;
        } else {
            return false;
        }
    }
    return hasGuid && hasStream == (packet.kind == Kind::Data);
}

bool readContent(ElementScanner &scanner, ProcessPacket &packet, QByteArrayView name)
{
    if (packet.kind != Kind::Data)
        return scanner.take("/>") || (scanner.take("></") && scanner.take(name) && scanner.take(">"));
    if (!scanner.take(">"))
        return false;
    const QByteArrayView base64 = scanner.until('<');
    if (base64.isEmpty() || !scanner.take("</") || !scanner.take(name) || !scanner.take(">"))
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(base64.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    packet.content = *decoded;
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

} // namespace

QByteArray encodeProcessPacket(const ProcessPacket &packet)
{
    const QByteArray guid = packet.pipeline.toByteArray(QUuid::WithoutBraces);
    if (packet.kind == Kind::Data) {
        const QByteArrayView stream = packet.stream == PsrpStream::PromptResponse ? PromptResponse : "Default";
        return "<Data Stream='" + stream.toByteArray() + "' PSGuid='" + guid + "'>" + packet.content.toBase64()
            + "</Data>\n";
    }
    const auto row
        = std::find_if(std::begin(Names), std::end(Names), [&](const auto &each) { return each.first == packet.kind; });
    Q_ASSERT(row != std::end(Names));
    return '<' + row->second.toByteArray() + " PSGuid='" + guid + "' />\n";
}

Result<ProcessPacket> decodeProcessPacket(QByteArrayView line)
{
    if (line.startsWith(ErrorPrefix))
        return ProcessPacket{Kind::ServerError, {}, {}, line.sliced(ErrorPrefix.size()).toByteArray()};
    ElementScanner scanner(line);
    if (!scanner.take("<"))
        return notUnderstood(line);
    const QByteArrayView name = scanner.name();
    const auto row
        = std::find_if(std::begin(Names), std::end(Names), [&](const auto &each) { return each.second == name; });
    if (row == std::end(Names))
        return notUnderstood(line);
    ProcessPacket packet;
    packet.kind = row->first;
    if (!readAttributes(scanner, packet) || !readContent(scanner, packet, name))
        return notUnderstood(line);
    scanner.skipSpaces();
    return scanner.isAtEnd() ? Result<ProcessPacket>(packet) : notUnderstood(line);
}

ProcessPacketReader::ProcessPacketReader(qsizetype maxLineSize)
    : m_maxLineSize(maxLineSize)
{
}

void ProcessPacketReader::add(const QByteArray &bytes)
{
    if (m_error)
        return;
    m_searched = qMax(m_searched - m_begin, qsizetype(0));
    m_bytes.remove(0, std::exchange(m_begin, 0));
    m_bytes += bytes;
}

Error ProcessPacketReader::fail(const Error &error)
{
    m_bytes.clear();
    m_begin = 0;
    m_error = error;
    return error;
}

std::optional<Result<ProcessPacket>> ProcessPacketReader::next()
{
    while (!m_error) {
        const qsizetype end = m_bytes.indexOf('\n', qMax(m_begin, m_searched));
        const qsizetype size = (end < 0 ? m_bytes.size() : end) - m_begin;
        if (size > m_maxLineSize) {
            return fail({ErrorCategory::LimitsExceeded, u"ProcessPacketInvalid"_s,
                         Text::tr("it sent a line longer than any of the protocol.")});
        }
        if (end < 0) {
            m_searched = m_bytes.size();
            return std::nullopt;
        }
        QByteArrayView line = QByteArrayView(m_bytes).sliced(m_begin, size);
        m_begin = end + 1;
        if (std::exchange(m_isFirst, false) && line.startsWith(ByteOrderMark))
            line = line.sliced(ByteOrderMark.size());
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            continue; // as PowerShell does
        const Result<ProcessPacket> packet = decodeProcessPacket(line);
        return packet ? packet : Result<ProcessPacket>(fail(packet.error()));
    }
    return Result<ProcessPacket>(*m_error);
}

} // namespace cspool
