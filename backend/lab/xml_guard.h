// A first look at an XML document from outside, before a parser is let near it: what could keep the parser at work for
// hours is found here, in one pass.
#pragma once

#include <QStringView>

namespace cspool {

struct XmlGuardFinding
{
    enum class Problem {
        None,
        DocumentType, // a DTD, and with it entities
        TooManyAttributes, // in one tag: QXmlStreamReader compares each with each
    };
    Problem problem = Problem::None;
    qint64 line = 0; // from 1; 0: none
};

// The largest number of attributes that one tag may have; real topology documents have twelve at the most.
constexpr int MaximumXmlAttributes = 40;

// Knows no more of XML than where tags, comments and CDATA sections begin and end; what is not well-formed is left to
// the parser.
XmlGuardFinding lookAtXml(QStringView text);

} // namespace cspool
