// A report's tree as lines of JSON, and how it travels inside of a report file: any file of ours can be shown page by
// page again, on any machine.
#pragma once

#include "backend/report/report_tree.h"
#include "backend/stop_token.h"

class QJsonObject;
class QJsonValue;

namespace cspool {

// One JSON object per line, so that reading needs no more memory than the tree: the run itself, then facts, messages,
// plan, what is not included, and the steps in their order, each with its depth and followed by its sentences. Nothing
// is lost but what is beyond the first ReportTextLimit UTF-16 units of one text.
constexpr qsizetype ReportTextLimit = 256 * 1024;
QByteArray reportToJson(const ReportTree &tree);

// Reads such lines piece by piece. Hostile input ends in an Error or in a tree within ReportTree's limits; what is
// beyond them is counted as omitted. Lines of a kind that a later version may add are passed over.
class ReportJsonReader
{
public:
    static constexpr qsizetype LineLimit = 4 * 1024 * 1024; // bytes

    Result<> feed(const QByteArray &bytes);
    // The tree; an error when the end is missing.
    Result<ReportTree> finish();

private:
    Result<> line(const QByteArray &line);
    bool addStep(const QJsonObject &json);
    void addInformation(const QJsonValue &json);

    ReportTree m_tree;
    QByteArray m_rest; // an incomplete line
    QList<ReportNode *> m_path; // the latest step and those it stands in
    int m_stepCount = 0;
    qint64 m_informationCount = 0;
    bool m_hasRun = false;
    bool m_hasEnd = false;
    bool m_isLatestStepOmitted = false;
};

// The comment that ends our report files, "<!-- cspool-report-data:1 …": the lines, compressed, in Base64. A tree that
// is too large to be read again leaves a comment that says so.
constexpr char ReportDataMark[] = "<!-- cspool-report-data:";
QByteArray embeddedReport(const ReportTree &tree);

// The tree of such a comment, from its mark to the end of the file. Bounded: what unpacks to more than 128 MiB is
// refused.
constexpr qint64 EmbeddedReportLimit = 48 * 1024 * 1024; // bytes of the comment
Result<ReportTree> readEmbeddedReport(const QByteArray &comment, const StopToken &stop = {});

} // namespace cspool
