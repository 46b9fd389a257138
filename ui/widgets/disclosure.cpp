// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/disclosure.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace linterna {

namespace {

constexpr int chevronWidth = 20;
constexpr int disclosureGap = 12;

//! Reports a button as expanded or collapsed; Qt 6.4 has no widget that does.
class DisclosureInterface : public QAccessibleWidget
{
public:
    explicit DisclosureInterface(DisclosureButton *button) : QAccessibleWidget(button, QAccessible::Button) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString text = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && text.isEmpty() ? button()->text() : text;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = button()->isOpen();
        state.collapsed = !button()->isOpen();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            button()->animateClick();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] DisclosureButton *button() const { return static_cast<DisclosureButton *>(object()); }
};

QAccessibleInterface *disclosureInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(DisclosureButton::staticMetaObject.className()) && object->isWidgetType())
        return new DisclosureInterface(static_cast<DisclosureButton *>(object));
    return nullptr;
}

void drawDisclosureChevron(QPainter &painter, const QPointF &middle, bool open, const QColor &ink)
{
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (open)
        painter.drawPolyline(QPolygonF({middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)}));
    else
        painter.drawPolyline(QPolygonF({middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)}));
}

} // namespace

DisclosureButton::DisclosureButton(QWidget *parent) : QPushButton(parent)
{
    QAccessible::installFactory(disclosureInterface);
    setButtonKind(this, ButtonKind::Link);
    setFont(scaledFont(textsize::body, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DisclosureButton::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    QAccessible::State changed;
    changed.expanded = true;
    changed.collapsed = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
    update();
}

void DisclosureButton::setSummary(const QString &summary)
{
    m_summary = summary;
    setAccessibleDescription(summary);
    update();
}

QSize DisclosureButton::sizeHint() const
{
    return {minimumSizeHint().width() + disclosureGap + fontMetrics().horizontalAdvance(m_summary),
            minimumSizeHint().height()};
}

QSize DisclosureButton::minimumSizeHint() const
{
    return {chevronWidth + fontMetrics().horizontalAdvance(text()) + disclosureGap,
            std::max(40, fontMetrics().height() + 16)};
}

void DisclosureButton::paintEvent(QPaintEvent *)
{
    const Colors c = colorsOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.highContrast ? c.page : mixed(c.primary, c.page, 0.06));
        painter.drawRoundedRect(QRectF(rect()), 6, 6);
    }
    drawDisclosureChevron(painter, QPointF(8, height() / 2.0), m_open, c.text);
    painter.setPen(c.text);
    painter.setFont(font());
    const QRect words = rect().adjusted(chevronWidth, 0, -8, 0);
    painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter), text());
    if (m_open || m_summary.isEmpty())
        return;
    const QFont small = scaledFont(textsize::helper);
    const QRect rest = words.adjusted(fontMetrics().horizontalAdvance(text()) + disclosureGap, 0, 0, 0);
    painter.setPen(c.secondary);
    painter.setFont(small);
    painter.drawText(rest, int(Qt::AlignRight | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(m_summary, Qt::ElideRight, rest.width()));
}

Disclosure::Disclosure(QWidget *content, QWidget *parent)
    : QWidget(parent), m_button(new DisclosureButton), m_content(content)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_button);
    layout->addWidget(m_content);
    m_content->setContentsMargins(20, 4, 0, 16);
    m_content->hide();
    connect(m_button, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
}

void Disclosure::setTitle(const QString &title)
{
    m_button->setText(title);
}

void Disclosure::setOpen(bool open)
{
    if (open == isOpen())
        return;
    m_button->setOpen(open);
    m_content->setVisible(open);
    emit toggled(open);
}

} // namespace linterna
