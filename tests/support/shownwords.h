// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

#include <vector>

namespace linterna::test {

//! A text as it is seen or heard: after Qt's interpretation of texts in such a place (markup, shortcuts).
struct ShownWords {
    QString where;
    QString words;
    //! Resources that the text made Qt load (pictures, style sheets and the like), and its links.
    QStringList taken;
};

//! Collects all texts of a window: tool tips, labels, buttons, menus, the title, each role of each item, each document,
//! and what assistive technology is told.
class WordsOfWindow
{
public:
    explicit WordsOfWindow(QWidget *window)
    {
        add(window, u"title", titleShown(window->windowTitle()));
        read(window);
        for (QWidget *each : window->findChildren<QWidget *>()) {
            if (each->window() == window || qobject_cast<QMenu *>(each))
                read(each);
        }
    }
    [[nodiscard]] std::vector<ShownWords> all() const { return m_all; }

private:
    //! A document that notes which resources its HTML asks for.
    class Document : public QTextDocument
    {
    public:
        QStringList asked;

    protected:
        QVariant loadResource(int, const QUrl &name) override
        {
            asked += name.toString();
            return {};
        }
    };

    void add(const QWidget *widget, QStringView what, const QString &words, const QStringList &taken = {})
    {
        if (!words.isEmpty() || !taken.isEmpty())
            m_all.push_back(
                {QString::fromLatin1(widget->metaObject()->className()) + u' ' + what.toString(), words, taken});
    }
    static QStringList takenBy(const QTextDocument *document)
    {
        QStringList taken;
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (format.isImageFormat())
                    taken += format.toImageFormat().name();
            }
        }
        return taken;
    }
    //! Adds a text of a tool tip, or of a label that guesses whether it is HTML.
    void addGuessed(const QWidget *widget, QStringView what, const QString &text)
    {
        if (!Qt::mightBeRichText(text)) {
            add(widget, what, text);
            return;
        }
        Document document;
        document.setHtml(text);
        document.setTextWidth(400);
        (void)document.size(); // measuring makes the document ask for pictures
        add(widget, what, document.toPlainText(), document.asked + takenBy(&document));
    }
    //! Text that a button, an action, or a label with a buddy shows for `text`.
    static QString captionShown(const QString &text)
    {
        QString shown;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'&' && i + 1 < text.size())
                ++i; // a single & marks a shortcut, && is an ampersand
            shown += text[i];
        }
        return shown;
    }
    //! Window title that is shown for `title` where nothing is unsaved.
    static QString titleShown(QString title)
    {
        const QString kept(QChar(u'\uE000'));
        title.replace(QStringLiteral("[*][*]"), kept);
        title.remove(QStringLiteral("[*]"));
        return title.replace(kept, QStringLiteral("[*]"));
    }

    void readAction(const QWidget *widget, const QAction *action)
    {
        add(widget, u"action", captionShown(action->text().section(u'\t', 0, 0)));
        add(widget, u"shortcut of an action", action->text().section(u'\t', 1));
        addGuessed(widget, u"status tip of an action", action->statusTip());
        addGuessed(widget, u"help of an action", action->whatsThis());
    }
    void readItems(const QAbstractItemView *view, const QAbstractItemModel *model, const QModelIndex &parent)
    {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                for (int role = 0; role <= Qt::StatusTipPropertyRole; ++role) {
                    const QVariant value = model->data(index, role);
                    if (value.typeId() != QMetaType::QString)
                        continue;
                    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole)
                        addGuessed(view, u"tip of an item", value.toString());
                    else
                        add(view, QStringLiteral("item, role %1").arg(role), value.toString());
                }
            }
        }
    }
    void read(QWidget *widget)
    {
        addGuessed(widget, u"tool tip", widget->toolTip());
        addGuessed(widget, u"status tip", widget->statusTip());
        addGuessed(widget, u"help", widget->whatsThis());
        for (const QAction *action : widget->actions())
            readAction(widget, action);
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            if (label->textFormat() == Qt::PlainText)
                add(widget, u"text", label->buddy() ? captionShown(label->text()) : label->text());
            else
                addGuessed(widget, u"text", label->text());
        }
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            add(widget, u"text", captionShown(button->text()));
        if (const auto *edit = qobject_cast<QTextEdit *>(widget))
            add(widget, u"document", edit->toPlainText(), takenBy(edit->document()));
        if (const auto *edit = qobject_cast<QPlainTextEdit *>(widget))
            add(widget, u"document", edit->toPlainText(), takenBy(edit->document()));
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            add(widget, u"entry", line->text());
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            readItems(view, view->model(), view->rootIndex());
        if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget)) {
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Help})
                add(widget, QStringLiteral("spoken %1").arg(kind), spoken->text(kind));
        }
    }

    std::vector<ShownWords> m_all;
};

} // namespace linterna::test
