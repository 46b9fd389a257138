// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/menubutton.h"

#include <QStringList>

namespace linterna {

//! A button that says which of many values are chosen and opens a menu to tick them; the menu stays open meanwhile.
class ChoiceButton : public MenuButton
{
    Q_OBJECT
public:
    explicit ChoiceButton(QWidget *parent = nullptr);

    //! `name`: what the choice is about, for assistive technology. `none`: the button's text while nothing is chosen.
    void setWords(const QString &name, const QString &none);
    //! `texts` are shown for `values`. A chosen value that is not among them stays chosen, and can be unticked.
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
