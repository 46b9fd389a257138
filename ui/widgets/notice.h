// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace linterna {

class TextLabel;

//! A sentence with a symbol before it, so that its tone is not told by colour alone. Takes no room while empty.
class Notice : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Quiet, Good, Wrong };
    explicit Notice(qreal ratio, QWidget *parent = nullptr);

    //! An empty text hides it.
    void say(const QString &text, Tone tone);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setTextFont(const QFont &font);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paint();
    Tone m_tone = Tone::Quiet;
    QLabel *m_symbol;
    TextLabel *m_text;
};

} // namespace linterna
