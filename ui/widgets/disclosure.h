// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QVBoxLayout;

namespace linterna {

//! Button that is the heading of a part that opens in place, and tells assistive technology whether the part is open.
class DisclosureButton : public QPushButton
{
    Q_OBJECT
public:
    explicit DisclosureButton(QWidget *parent = nullptr);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    //! Text behind the heading while the part is closed.
    void setSummary(const QString &summary);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_open = false;
    QString m_summary;
};

//! A part of a form that opens in place below its heading.
class Disclosure : public QWidget
{
    Q_OBJECT
public:
    //! `content` becomes a child; it is closed at first.
    explicit Disclosure(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &summary) { m_button->setSummary(summary); }
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_button->isOpen(); }
    [[nodiscard]] DisclosureButton *button() const { return m_button; }
    [[nodiscard]] QWidget *content() const { return m_content; }

signals:
    void toggled(bool open);

private:
    DisclosureButton *m_button;
    QWidget *m_content;
};

} // namespace linterna
