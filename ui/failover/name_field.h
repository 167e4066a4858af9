// NameField: the strongest confirmation of the program: a pool's name, typed by whoever answers for it.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace cspool {

// The name is compared as FQDNs are: in any case, with or without a dot at its end. Pasting is allowed: who pastes the
// name out of a change ticket has compared the ticket with the question, which is what it is for, and who cannot type
// must be able to answer. The question itself shows the name where it cannot be selected and copied.
class NameField : public QWidget
{
    Q_OBJECT

public:
    // `pool`: canonical FQDN.
    explicit NameField(const QString &pool, QWidget *parent = nullptr);

    bool isRight() const;

Q_SIGNALS:
    void changed();
    void entered(); // the Enter key, with the right name

private:
    void check();

    const QString m_pool;
    QLineEdit *m_edit;
    QLabel *m_hint;
};

} // namespace cspool
