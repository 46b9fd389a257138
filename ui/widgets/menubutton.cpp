// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menubutton.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMenu>

namespace linterna {

namespace {

class MenuButtonInterface : public QAccessibleWidget
{
public:
    explicit MenuButtonInterface(MenuButton *button) : QAccessibleWidget(button, QAccessible::ButtonMenu) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString text = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && text.isEmpty() ? button()->text().remove(u'&') : text;
    }
    // The menu is the button's child here: in Qt's own tree of accessible objects it has no place, and is not found.
    [[nodiscard]] int childCount() const override { return button()->menu() ? 1 : 0; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 && button()->menu() ? QAccessible::queryAccessibleInterface(button()->menu()) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() && child->object() == button()->menu() ? 0 : -1;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.hasPopup = true;
        state.pressed = button()->isDown();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (button()->isEnabled() && button()->menu())
            names = QStringList{showMenuAction(), pressAction()} + names;
        return names;
    }
    void doAction(const QString &name) override
    {
        if (!button()->isEnabled())
            return;
        if (name == showMenuAction() || name == pressAction())
            button()->toggleMenu();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] MenuButton *button() const { return static_cast<MenuButton *>(object()); }
};

QAccessibleInterface *menuButtonInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(MenuButton::staticMetaObject.className()) && object->isWidgetType())
        return new MenuButtonInterface(static_cast<MenuButton *>(object));
    return nullptr;
}

} // namespace

MenuButton::MenuButton(QWidget *parent) : QPushButton(parent)
{
    QAccessible::installFactory(menuButtonInterface);
}

void MenuButton::toggleMenu()
{
    QMenu *own = menu();
    if (!own)
        return;
    if (own->isVisible()) {
        own->hide();
        return;
    }
    setDown(true);
    connect(
        own, &QMenu::aboutToHide, this, [this] { setDown(false); }, Qt::SingleShotConnection);
    const bool toTheLeft = isRightToLeft();
    own->popup(mapToGlobal(toTheLeft ? rect().bottomRight() : rect().bottomLeft()));
}

} // namespace linterna
