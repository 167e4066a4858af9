#include "ui/failover/leave_out_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

LeaveOutDialog::LeaveOutDialog(const FailoverStep &step, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"leaveOutDialog"_s);
    setWindowTitle(tr("Leave the step out"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *question = new QLabel(tr("Go on without \"%1\"?").arg(step.title), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    QFont font = question->font();
    font.setBold(true);
    question->setFont(font);
    auto *purpose = new QLabel(step.purpose, this);
    purpose->setTextFormat(Qt::PlainText);
    purpose->setWordWrap(true);
    m_reason->setObjectName(u"leaveOutReason"_s);
    auto *label = new QLabel(
        step.isOptional ? tr("&Reason, for the record (may be empty):") : tr("&Reason, for the record:"), this);
    label->setBuddy(m_reason);
    auto *box = new QDialogButtonBox(this);
    QPushButton *cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"leaveOutCancel"_s);
    m_accept = box->addButton(tr("&Leave it out"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"leaveOutAccept"_s);
    m_accept->setAutoDefault(false);
    m_accept->setEnabled(step.isOptional);
    cancel->setAutoDefault(false);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this, isOptional = step.isOptional] { m_accept->setEnabled(isOptional || !reason().isEmpty()); });
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : {static_cast<QWidget *>(question), static_cast<QWidget *>(purpose),
                            static_cast<QWidget *>(label), static_cast<QWidget *>(m_reason)})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addWidget(box);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_reason->setFocus();
}

QString LeaveOutDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace cspool
