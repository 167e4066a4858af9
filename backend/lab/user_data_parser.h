// UserDataParser: finds the items in the XML of a user data archive and hands out their bytes as they stood.
#pragma once

#include "backend/lab/user_data_archive.h"
#include "backend/lab/xml_attributes.h"

struct XML_ParserStruct;

namespace cspool {

// A push parser over expat, the one parser that tells at which byte of its input a tag stands. It keeps no more than
// one item. Roots and items are known by their local names, in any namespace and with any prefix: DocItemSet/DocItem,
// and HomedResources/HomedResource of the legacy format. One document, one thread.
class UserDataParser
{
public:
    // `name`: of the document, for errors. The callbacks are called from within feed() and finish().
    UserDataParser(const QString &name, UserDataArchiveReader::Visit visit, UserDataArchiveReader::Refuse refuse);
    ~UserDataParser();
    UserDataParser(const UserDataParser &) = delete;
    UserDataParser &operator=(const UserDataParser &) = delete;

    // The document in UTF-8, in pieces of any size.
    Result<> feed(const QByteArray &utf8);
    // At its end: that it was complete.
    Result<> finish();

    const ArchiveReadSummary &summary() const { return m_summary; }

private:
    static void startElement(void *parser, const char *name, const char **attributes);
    static void endElement(void *parser, const char *name);
    static void startDoctype(void *parser, const char *name, const char *, const char *, int);

    void openElement(QByteArrayView name, const QList<XmlAttribute> &attributes);
    void openRoot(QByteArrayView name, const QList<XmlAttribute> &attributes);
    void openItem(QByteArrayView name, const QList<XmlAttribute> &attributes);
    void closeItem();
    void refuseItem(const QString &reason);
    void stop(const Error &error);
    Result<> parse(const QByteArray &utf8, bool isFinal);
    Error syntaxError() const;
    void slideWindow();

    qint64 position() const; // of the current event, in bytes from the beginning
    qint64 positionAfter() const;
    qint64 line() const;

    struct ParserDeleter
    {
        void operator()(XML_ParserStruct *parser) const;
    };
    std::unique_ptr<XML_ParserStruct, ParserDeleter> m_parser;
    QString m_name;
    UserDataArchiveReader::Visit m_visit;
    UserDataArchiveReader::Refuse m_refuse;
    ArchiveReadSummary m_summary;
    std::optional<Error> m_error; // what stopped the parser

    QByteArray m_window; // the bytes that are still needed
    qint64 m_windowStart = 0; // position of its first byte
    qint64 m_fedBefore = 0; // bytes fed before the current piece
    qint64 m_fed = 0;

    int m_depth = 0;
    NamespaceScope m_rootScope;
    ArchiveItem m_item;
    QString m_refusal; // why the current item is not taken; empty: it is
    qint64 m_itemStart = -1; // position of its first byte; -1: not within an item
};

} // namespace cspool
