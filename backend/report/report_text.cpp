#include "backend/report/report_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportText)
};

// Drawings of 24 x 24, to be stroked.
constexpr std::pair<const char *, const char *> icons[] = {
    {"check", "M4 12.5l5.5 5.5L20 6.5"},
    {"warning", "M12 3.5L2.5 20.5h19zM12 10v5M12 17.8v.2"},
    {"cross", "M6 6l12 12M18 6L6 18"},
    {"stop", "M6 6h12v12H6z"},
    {"skip", "M5 6l7 6-7 6zM13 6l7 6-7 6z"},
    {"eye", "M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"},
    {"clock", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2"},
};

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

ReportLook reportLook(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return {"good", "check", ReportText::tr("Succeeded")};
    case Outcome::SucceededWithWarnings:
        return {"warn", "warning", ReportText::tr("Done with warnings")};
    case Outcome::Failed:
        return {"bad", "cross", ReportText::tr("Failed")};
    case Outcome::Cancelled:
        return {"calm", "stop", ReportText::tr("Cancelled")};
    case Outcome::Skipped:
        return {"calm", "skip", ReportText::tr("Skipped: nothing was done")};
    case Outcome::Previewed:
        return {"note", "eye", ReportText::tr("Preview: nothing was changed")};
    case Outcome::Interrupted:
        break;
    }
    return {"bad", "stop", ReportText::tr("Interrupted")};
}

ReportLook reportLook(StepResult result)
{
    switch (result) {
    case StepResult::Succeeded:
        return {"good", "check", ReportText::tr("Succeeded")};
    case StepResult::SucceededWithWarnings:
        return {"warn", "warning", ReportText::tr("With warnings")};
    case StepResult::Failed:
        return {"bad", "cross", ReportText::tr("Failed")};
    case StepResult::Cancelled:
        return {"calm", "stop", ReportText::tr("Cancelled")};
    case StepResult::Skipped:
        return {"calm", "skip", ReportText::tr("Skipped")};
    case StepResult::Running:
        break;
    }
    return {"note", "clock", ReportText::tr("Not finished")};
}

ReportLook reportLook(const ReportTree &tree)
{
    ReportLook look = reportLook(tree.outcome);
    if (tree.outcomeText.isEmpty())
        return look;
    if (tree.outcome == Outcome::Interrupted)
        look = reportLook(StepResult::Running);
    look.text = tree.outcomeText;
    return look;
}

ReportLook reportLook(const ReportNode &node)
{
    ReportLook look = reportLook(node.result);
    if (!node.resultText.isEmpty())
        look.text = node.resultText;
    return look;
}

QByteArray reportIconPath(QByteArrayView name)
{
    const auto icon
        = std::find_if(std::begin(icons), std::end(icons), [name](const auto &icon) { return icon.first == name; });
    return icon == std::end(icons) ? QByteArray() : QByteArray(icon->second);
}

QString visibleForReport(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t code = c.unicode();
        if (code < 0x20 && c != u'\n' && c != u'\t')
            result += QChar(0x2400 + code); // Unicode's pictures of the control characters
        else if (code == 0x7f)
            result += QChar(0x2421);
        else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            result += text.mid(i++, 2);
        else if ((code > 0x7f && code < 0xa0) || c.isSurrogate() || code >= 0xfffe
                 || (code >= 0xfdd0 && code <= 0xfdef))
            result += QChar(QChar::ReplacementCharacter);
        else
            result += c;
    }
    return result;
}

QByteArray escapedForReport(QStringView text)
{
    return visibleForReport(text).toHtmlEscaped().replace(u'\'', "&#39;"_L1).toUtf8();
}

QLocale reportLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString reportDuration(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return ReportText::tr("%1 ms").arg(QString::number(milliseconds));
    if (milliseconds < 60'000)
        return ReportText::tr("%1 s").arg(reportLocale().toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    const QString rest = twoDigits(seconds % 60);
    if (seconds < 3600)
        return ReportText::tr("%1 min %2 s").arg(QString::number(seconds / 60), rest);
    return ReportText::tr("%1 h %2 min %3 s")
        .arg(reportLocale().toString(seconds / 3600), twoDigits(seconds / 60 % 60), rest);
}

QString reportCount(const StepCount &count)
{
    const QLocale locale = reportLocale();
    if (!count.isBytes)
        return locale.toString(count.value);
    const QString exact = ReportText::tr("%1 bytes").arg(locale.toString(count.value));
    return count.value < 1024 ? exact : ReportText::tr("%1 (%2)").arg(locale.formattedDataSize(count.value), exact);
}

QString reportTime(const QDateTime &utc, const QTimeZone &zone)
{
    if (!utc.isValid())
        return ReportText::tr("not recorded");
    const QDateTime local = utc.toTimeZone(zone);
    const int offset = local.offsetFromUtc() / 60;
    const QString zoneText = u"UTC%1%2:%3"_s.arg(offset < 0 ? u"\u2212"_s : u"+"_s, twoDigits(qAbs(offset) / 60),
                                                 twoDigits(qAbs(offset) % 60));
    return local.toString(u"yyyy-MM-dd HH:mm:ss") + u' ' + zoneText;
}

QString reportBegin(const ReportNode &node, const QTimeZone &zone)
{
    // A step of a run always has a time; one that says so in words of its own may not have begun.
    return node.started.isValid() || node.resultText.isEmpty() ? reportTime(node.started, zone) : QString();
}

QList<ReportFact> reportFacts(const ReportTree &tree, const QTimeZone &zone)
{
    const bool isLab = tree.deployment.kind == DeploymentKind::Lab;
    QList<ReportFact> facts = tree.facts;
    facts += {{ReportText::tr("Deployment"),
               (isLab ? ReportText::tr("%1, a lab deployment in %2") : ReportText::tr("%1, genuine servers at %2"))
                   .arg(tree.deployment.name, tree.deployment.location)}};
    if (!tree.deployment.user.isEmpty())
        facts.append({ReportText::tr("Signed in as"), tree.deployment.user});
    facts += {{ReportText::tr("Run by"), ReportText::tr("%1 on %2").arg(tree.user, tree.machine)},
              {ReportText::tr("Program"), ReportText::tr("CsPool Console %1").arg(tree.programVersion)},
              {ReportText::tr("Started"), reportTime(tree.started, zone)}};
    if (tree.ended.isValid() || tree.outcomeText.isEmpty()) {
        facts += {{ReportText::tr("Ended"), reportTime(tree.ended, zone)},
                  {ReportText::tr("Duration"), reportDuration(tree.started.msecsTo(tree.ended))}};
    }
    return facts;
}

QString reportBannerTitle(const ReportTree &tree)
{
    return tree.deployment.kind == DeploymentKind::Lab ? ReportText::tr("LAB DEPLOYMENT")
                                                       : ReportText::tr("SERVER DEPLOYMENT");
}

QString reportBannerText(const ReportTree &tree)
{
    return tree.deployment.kind == DeploymentKind::Lab
        ? ReportText::tr("Everything in this report happened in a lab on this machine. No server was touched.")
        : ReportText::tr("This report is about genuine servers.");
}

QString reportOrigin(const ReportMessage &message, const QTimeZone &zone)
{
    QString text = reportTime(message.time, zone);
    if (!message.target.isEmpty())
        text += ReportText::tr(" \u00b7 %1").arg(message.target);
    if (!message.step.isEmpty())
        text += ReportText::tr(" \u00b7 in the step \u201c%1\u201d").arg(message.step);
    if (message.isSuppressed)
        text += ReportText::tr(" \u00b7 not shown on the screen, as the command line asked");
    return text;
}

} // namespace cspool
