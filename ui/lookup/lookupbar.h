// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"
#include "ui/lookup/receiptwords.h"
#include "ui/words/dates.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;

namespace linterna {

class LanguageSwitch;
class ReceiptEntry;
class TextLabel;

//! Bar with the receipt entry, "Check status", the two languages, and a helper line that says while the person types
//! what is missing or what will be asked for. Its height does not depend on the text.
class LookupBar : public QWidget
{
    Q_OBJECT
public:
    explicit LookupBar(const ViewEnvironment &environment, QWidget *parent = nullptr);

    void setLanguage(const QString &code);
    //! Puts receipt numbers into the entry, as if typed.
    void setReceipts(const std::vector<ReceiptNumber> &receipts);
    //! To be called when a check has ended: its receipt number may be asked for again.
    void checkEnded(const ReceiptNumber &receipt);
    //! Shows "2 of 5" while several receipt numbers are being checked; 0 of 0 hides it.
    void setProgress(int done, int total);
    [[nodiscard]] QString helperText() const;

public slots:
    void focusEntry();
    //! Asks for what the entry holds, as Enter does. The same text again within a moment of the last try (an impatient
    //! finger, or one that rests on the key) is ignored, even where the answer has come already.
    void submit();

signals:
    //! The person asks for these receipt numbers: at least one, none of them under way already.
    void checkRequested(const std::vector<linterna::ReceiptNumber> &receipts);
    void languageChosen(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isSameWish();
    void say();
    void setHelper(const HelperLine &line);
    void retranslate();
    void fitHelper();

    QLabel *m_label;
    ReceiptEntry *m_entry;
    QPushButton *m_check;
    LanguageSwitch *m_languages;
    QLabel *m_helperIcon;
    TextLabel *m_helper;
    QSet<ReceiptNumber> m_underWay;
    ViewEnvironment m_environment;
    QString m_lastTried;
    QDateTime m_lastTriedAt;
    qsizetype m_refusedLength = 0;
    int m_done = 0;
    int m_total = 0;
};

} // namespace linterna
