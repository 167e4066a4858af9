// ReportView: shows one page of a report, or a page of others, as text that can be read, searched and selected.
#pragma once

#include "ui/report/report_document.h"

#include <QAbstractSlider>
#include <QTextBrowser>

#include <memory>

namespace cspool {

// Never loads anything and never follows a link by itself.
class ReportView : public QTextBrowser
{
    Q_OBJECT

public:
    static constexpr int SmallestZoom = 50; // per cent
    static constexpr int GreatestZoom = 300;

    explicit ReportView(QWidget *parent = nullptr);

    void showPage(std::shared_ptr<const ReportPages> pages, int page);
    // On a ground of white: such pages are made for it, and often set only one of their two colours.
    void showForeign(const QString &html);
    void clearView();

    int zoom() const { return m_zoom; }
    void setZoom(int percent);
    int refusedCount() const { return m_document->refusedCount(); }

    // Marks all places of `text` on the page, and the one with this number more strongly; it is scrolled to, and the
    // cursor stands before it. An empty text: none; -1: none of them is the current one. How many there are.
    int markHits(const QString &text, qint64 current);
    void scrollToRow(int row);
    // The row at the upper edge; -1 when it shows no page of ours.
    int topRow() const;

Q_SIGNALS:
    void linkActivated(const QUrl &url); // not one inside of the page
    void zoomChanged(int percent);
    void pageTurnRequested(int direction); // -1 or 1: paged beyond the page's end

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showText();
    void turnPage(QAbstractSlider::SliderAction action, int direction);
    void followLink(const QUrl &url);
    QFont textFont() const;

    ReportDocument *m_document;
    std::shared_ptr<const ReportPages> m_pages; // null: a page of others, or nothing
    int m_page = 0;
    QString m_foreign;
    QString m_searched;
    qint64 m_currentHit = -1;
    int m_zoom = 100;
    bool m_isShowing = false;
};

} // namespace cspool
