// ObjectFormatter: output objects as text with the look of PowerShell's Format-Table and Format-List.
#pragma once

#include "app/terminal/text_layout.h"
#include "model/cmdlet_info.h"
#include "model/object.h"

#include <QList>

#include <optional>

namespace cspool {

// Objects of the cmdlet's output type become rows of a table when the cmdlet names table columns; other objects become
// lists of "Name : value"; an object that is only a text is printed as that text, unchanged. Objects are added in turn;
// what each call returns is to be printed then. One thread.
class ObjectFormatter
{
public:
    // How many rows are kept back to find out how wide the columns must be; later ones are printed as they come.
    static constexpr int RowsMeasured = 1000;

    // `width`: of the terminal in columns; 0: unlimited, nothing is cut or wrapped. `isTerminal`: a text that is
    // printed as it is loses its control characters, which in a file it keeps.
    ObjectFormatter(const CmdletInfo &info, int width, bool isTerminal);

    QString add(const Object &object);
    // What was kept back. Nothing may be added afterwards.
    QString finish();

private:
    struct Column
    {
        QString name;
        int width = 0;
        Alignment alignment = Alignment::Left;
    };
    bool isTableRow(const Object &object) const;
    QString flushRows();
    void measureColumns();
    void narrowColumns();
    QString row(const QStringList &cells) const;
    QString row(const Object &object) const;
    QString list(const Object &object) const;
    QString separator();

    const QString m_outputTypeName;
    const QStringList m_columnNames;
    const int m_width;
    const bool m_isTerminal;
    QList<Object> m_pendingRows;
    std::optional<QList<Column>> m_columns; // once the table's header is printed
    bool m_hasPrinted = false;
};

} // namespace cspool
