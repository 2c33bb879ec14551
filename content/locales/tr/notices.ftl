# What the bot tells the people who work here of tickets that need them; what they want to be told.

# keys: notice-*
notice-sla-start =
    🚨 № { $id } · { $queue }: şimdi biri gerekli
notice-sla-warn =
    ⏳ № { $id } · { $queue }: { $metric ->
        [first_reply] ilk yanıt
        [next_reply] yanıt
       *[resolution] çözüm
    }{ $day ->
        [today] { ", " }son saat { $time }
        [tomorrow] { ", " }yarın { $time }
        [later] { ", " }{ $date }, { $time }
       *[none] { "" }
    }
notice-sla-breach =
    🔴 № { $id } · { $queue }: { $metric ->
        [first_reply] ilk yanıt gecikti
        [next_reply] yanıt gecikti
       *[resolution] çözüm gecikti
    }
notice-rule = 🔔 № { $id } · { $queue }: { $words }
notice-look = lütfen bakın
notice-more = … ve { $count } tane daha
notice-open = № { $id } aç

console-notices = Bottan mesajlar
console-notices-all = Beni ilgilendiren her şey
console-notices-urgent = Yalnızca bekleyemeyecekler
console-notices-none = Hiçbir şey
console-notices-failed = Seçiminiz kaydedilmedi
