// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QVBoxLayout;

namespace linterna {

//! The heading of a part that opens in place; assistive technology hears whether it is open.
class DisclosureButton : public QPushButton
{
    Q_OBJECT
public:
    explicit DisclosureButton(QWidget *parent = nullptr);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    //! Said behind the heading while the part is closed.
    void setSummary(const QString &summary);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_open = false;
    QString m_summary;
};

//! A part of a form that opens in place.
class Disclosure : public QWidget
{
    Q_OBJECT
public:
    //! `content` becomes a child, closed.
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
