// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/recordkeeping/recordstate.h"
#include "ui/words/dates.h"

#include <QPushButton>
#include <QStatusBar>

namespace linterna {

class TextLabel;

//! Status bar: the connection in use, requests left today, how the record is kept, and how long the access token is
//! valid.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const ViewEnvironment &environment, QWidget *parent = nullptr);

    void showConnection(const Connection &connection);
    void showRecordState(const RecordState &state);
    //! A record of an earlier version is being brought up to date; until the next showRecordState().
    void showUpgrade(qint64 done, qint64 total);
    //! `left`: requests left today, empty where not known; `perDay`: 0 for no limit.
    void showQuota(std::optional<int> left, int perDay);
    void showTokenExpiry(const std::optional<QDateTime> &usableUntil);

public slots:
    //! To be called as time passes: words relative to now are made anew.
    void sayTimes() { say(); }

signals:
    //! The person wants to know more about the access token and the connection.
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void say();
    void fit(const QString &first, const QString &last);
    ViewEnvironment m_environment;
    QString m_connection;
    bool m_practice = false;
    std::optional<ServiceHours> m_hours;
    std::optional<RecordState> m_record;
    std::optional<int> m_upgradePercent;
    std::optional<int> m_left;
    int m_perDay = 0;
    std::optional<QDateTime> m_usableUntil;
    TextLabel *m_first;
    TextLabel *m_last;
    QPushButton *m_token;
};

} // namespace linterna
