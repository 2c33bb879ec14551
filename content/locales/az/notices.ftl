# What the bot tells the people who work here of tickets that need them; what they want to be told.

# keys: notice-*
notice-sla-start =
    🚨 № { $id } · { $queue }: indi kimsə lazımdır
notice-sla-warn =
    ⏳ № { $id } · { $queue }: { $metric ->
        [first_reply] ilk cavab
        [next_reply] cavab
       *[resolution] həll
    }{ $day ->
        [today] { ", " }{ $time } tamamında
        [tomorrow] { ", " }sabah { $time }
        [later] { ", " }{ $date }, { $time }
       *[none] { "" }
    }
notice-sla-breach =
    🔴 № { $id } · { $queue }: { $metric ->
        [first_reply] ilk cavab gecikir
        [next_reply] cavab gecikir
       *[resolution] həll gecikir
    }
notice-rule = 🔔 № { $id } · { $queue }: { $words }
notice-look = baxın, zəhmət olmasa
notice-more = … və daha { $count }
notice-open = № { $id } aç

console-notices = Botdan mesajlar
console-notices-all = Mənə aid hər şey
console-notices-urgent = Yalnız təcili olanlar
console-notices-none = Heç nə
console-notices-failed = Seçiminiz saxlanılmadı
