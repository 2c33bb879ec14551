# The page of the desk's channel and community group.

# keys: place-kind-*
place-kind-bot = Bot
place-kind-channel = Channel
place-kind-community = Group
place-kind-comments = Comments

# keys: place-topic-*
place-topic-questions = Questions
place-topic-statuses = Statuses
place-topic-faq = FAQ

# keys: place-post-*
place-post-help = How to get help
place-post-accounts = Official accounts

# keys: place-lack-*
place-lack-place = { $kind }: not chosen yet
place-lack-away = The bot is not there. Add it again as an administrator.
place-lack-admin = The bot is no administrator. { $kind } → Administrators → Add administrator.
place-lack-forum = Topics are switched off. Group → Edit → Topics.
place-lack-right =
    The bot may not { $of ->
        [can_post_messages] post. Channel → Administrators → the bot → “Post messages”.
        [can_edit_messages] edit and pin. Channel → Administrators → the bot → “Edit messages of others”.
        [can_pin_messages] pin. Group → Administrators → the bot → “Pin messages”.
        [can_manage_topics] manage topics. Group → Administrators → the bot → “Manage topics”.
       *[other] do all that it should ({ $of }). Administrators → the bot.
    }
place-lack-topic = A topic is missing
place-lack-post = Not posted yet: { $post }
place-lack-pin = Not pinned: { $post }
place-lack-stale = Nobody has confirmed it for 30 days: { $post }

settings-places = Channel and group
settings-places-lead = Where customers find the desk in Telegram: the bot posts, pins and mends it by itself.

## What the places are
# keys: settings-place-*
settings-place-where = Places
settings-place-where-hint = Add the bot as an administrator; it is looked at every half an hour.
settings-place-all = Everything is in its place.
settings-place-check = Check now
settings-place-none = Not chosen
settings-place-checking = Checking…
settings-place-ready = Ready
settings-place-lacks = { $count ->
    [one] { $count } thing missing
   *[other] { $count } things missing
}
settings-place-channel-hint = For news, with the two pinned posts.
settings-place-community-hint = A group with topics, where customers talk with each other.
settings-place-use = Use “{ $title }”
settings-place-add-channel = Add the bot to a channel
settings-place-add-community = Add the bot to a group
settings-place-more = More about { $title }
settings-place-leave = Give up and take the posts down

settings-place-posts = Pinned posts
settings-place-posts-hint = They stand in channel and group. Say every 30 days that they are still right.
settings-place-fresh = Up to date
settings-place-stale = To be confirmed
settings-place-unconfirmed = Nobody has confirmed it yet
settings-place-confirmed = Confirmed by { $name }
settings-place-confirm = Still right
settings-place-edit = Edit
settings-place-own = Words of your own
settings-place-own-hint = Off: the usual words, in the desk’s language.
settings-place-words = Words
settings-place-words-help = The button that opens the bot stands below them.
settings-place-words-accounts = The list of accounts stands below them.

settings-place-accounts = Official accounts
settings-place-accounts-hint = The bot, and a channel and group with a public name, are listed by themselves. Add those of your people.
settings-place-account-label = Whose it is
settings-place-account-name = Name in Telegram
settings-place-account-wrong = 4 to 32 letters, digits or _
settings-place-account-add = Add an account

settings-place-topics = Topics of the group
settings-place-topics-hint = To use a topic that is there already, send /setup inside it.
settings-place-topic-questions = Where members ask and answer each other
settings-place-topic-statuses = Where incidents are posted
settings-place-topic-faq = Where the chosen articles stand
settings-place-topic-state-absent = Not there yet
settings-place-topic-state-asked = On its way
settings-place-topic-state-there = There
settings-place-topic-state-failed = Did not work
settings-place-topic-name-hint = Empty: the usual name, in the desk’s language.
settings-place-topic-thread = Number in Telegram
settings-place-topic-thread-hint = The number at the end of a link to the topic.
settings-place-topic-thread-wrong = Only digits

settings-place-faq = FAQ
settings-place-faq-hint = The FAQ topic shows these articles and follows every change of them.
settings-place-faq-articles = Articles, in their order
settings-place-faq-none = Choose the questions that come most often
settings-place-faq-empty = There is no published article yet
