// The SQL of DocumentStore and its rows. For document_store*.cpp only.
#pragma once

#include "backend/lab/document_store.h"

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace cspool {

#define CSPOOL_HEAD_COLUMNS "name, home_pool, epoch, counter, lineage, sequence, deleted, written, digest"
#define CSPOOL_DOCUMENT_COLUMNS CSPOOL_HEAD_COLUMNS ", namespaces, data"
constexpr int HeadColumns = 9;

enum Query {
    FindHead,
    FindDocument,
    PageOfAll,
    PageOfHome,
    Feed,
    InsertDocument,
    InsertKept,
    LastSequence,
    SetLastSequence,
    FindWatermark,
    LatestWatermark,
    SetWatermark,
    TokenAt,
    AddTransaction,
    ForgetTransactions,
    QueryCount,
};

// Prepares a statement on first use and lends it out; it is reset on return, which ends its lock.
class DocumentStore::Statements
{
public:
    class Loan
    {
    public:
        explicit Loan(Statement *statement)
            : m_statement(statement)
        {
        }
        Loan(Loan &&other) noexcept
            : m_statement(std::exchange(other.m_statement, nullptr))
        {
        }
        Loan &operator=(Loan &&) = delete;
        ~Loan()
        {
            if (m_statement)
                m_statement->reset();
        }
        Statement *operator->() const { return m_statement; }
        Statement &operator*() const { return *m_statement; }

    private:
        Statement *m_statement;
    };

    Result<Loan> lend(const Database &database, Query query)
    {
        auto &statement = m_statements[query];
        if (!statement) {
            auto prepared = database.prepare(QString::fromLatin1(sql(query)));
            if (!prepared)
                return prepared.error();
            statement.emplace(std::move(*prepared));
        }
        return Loan(&*statement);
    }

private:
    static const char *sql(Query query);
    std::array<std::optional<Statement>, QueryCount> m_statements;
};

// Hands out sequences within one transaction.
struct DocumentStore::Sequencer
{
    static Result<Sequencer> begin(DocumentStore &store)
    {
        const auto last = store.lastSequence();
        if (!last)
            return last.error();
        return Sequencer{*last, *last};
    }
    Result<> end(DocumentStore &store) const;

    qint64 first = 0;
    qint64 last = 0;
};

// From a row of CSPOOL_HEAD_COLUMNS, without namespaces and data. `path`: the store's, for errors.
Result<Document> readHead(const Statement &row, const QString &path);
// From a row of CSPOOL_DOCUMENT_COLUMNS; an error when the bytes are not those of the digest.
Result<Document> readDocument(const Statement &row, const QString &path);
// Reads rows until there are none, or `visit` returns false.
Result<> readDocuments(Statement &statement, const QString &path, const std::function<bool(Document)> &visit);
// Binds CSPOOL_DOCUMENT_COLUMNS.
void bindDocument(Statement &statement, const Document &document, qint64 sequence);

QString idText(const QUuid &id);

} // namespace cspool
