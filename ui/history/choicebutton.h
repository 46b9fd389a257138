// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/menubutton.h"

#include <QStringList>

namespace linterna {

//! Several of many, as a button that says what is chosen and opens the list to choose from; the list stays open while
//! one after the other is ticked.
class ChoiceButton : public MenuButton
{
    Q_OBJECT
public:
    explicit ChoiceButton(QWidget *parent = nullptr);

    //! What it is about, for assistive technology, and what it says while nothing is chosen.
    void setWords(const QString &name, const QString &none);
    //! `texts` are shown for `values`. What is chosen but not among them stays, and can be taken away.
    void setChoices(const QStringList &values, const QStringList &texts);
    void setChosen(const QStringList &values);
    [[nodiscard]] QStringList chosen() const { return m_chosen; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void say();
    [[nodiscard]] QString textOf(const QString &value) const;
    QMenu *m_menu;
    QString m_name;
    QString m_none;
    QString m_shown;
    QStringList m_values;
    QStringList m_texts;
    QStringList m_chosen;
};

} // namespace linterna
