#include "ui/failover/name_field.h"

#include "model/fqdn.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

NameField::NameField(const QString &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_edit(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    m_edit->setObjectName(u"poolName"_s);
    m_hint->setObjectName(u"poolNameHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *label = new QLabel(tr("Type the &name of the pool, %1, to confirm:").arg(pool), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &NameField::check);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (isRight())
            Q_EMIT entered();
    });
    check();
}

bool NameField::isRight() const
{
    return canonicalFqdn(m_edit->text()) == m_pool;
}

// Nothing is said against a name that is still being typed.
void NameField::check()
{
    const QString typed = canonicalFqdn(m_edit->text());
    if (isRight())
        m_hint->setText(tr("This is the name of the pool."));
    else if (m_pool.startsWith(typed))
        m_hint->setText(tr("The whole name is needed, with its domain."));
    else
        m_hint->setText(tr("This is not the name of the pool."));
    m_edit->setAccessibleDescription(m_hint->text());
    Q_EMIT changed();
}

} // namespace cspool
