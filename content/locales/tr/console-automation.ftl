# What rules, tags and snoozing did, in a ticket's history.

# keys: console-automation-*
console-automation-done = “{ $name }” kuralı: { $deeds }
console-automation-nothing = “{ $name }” kuralı: değişecek bir şey yok
console-automation-refused = “{ $name }” kuralı bir şey yapmadı: bir adım mümkün olmadı
console-automation-limited =
    { $why ->
        [own_effect] “{ $name }” kuralı bir şey yapmadı: bu kendi işiydi
        [too_deep] “{ $name }” kuralı bir şey yapmadı: buna çok fazla kural yol açtı
        [ticket_limit] “{ $name }” kuralı bir şey yapmadı: bir saatte bu talepte çok fazla kural çalıştı
       *[rule_limit] “{ $name }” kuralı çok sık çalıştı ve kapatıldı
    }
console-automation-deed-set_priority = öncelik değişti
console-automation-deed-move_queue = başka kuyruğa taşındı
console-automation-deed-assign = sorumlu değişti
console-automation-deed-tag = etiket kondu
console-automation-deed-untag = etiket kaldırıldı
console-automation-deed-macro = müşteriye yazıldı
console-automation-deed-note = not yazıldı
console-automation-deed-notify = ekibe haber verildi
console-automation-deed-end = mesajla kapatıldı
console-automation-deed-snooze = ertelendi
console-automation-notified =
    { $whom ->
        [assignee] Sorumluya bildirim
        [queue] Kuyruğa bildirim
       *[leads] Yöneticilere bildirim
    }{ $said ->
        [yes] : { $words }
       *[no] { "" }
    }
console-event-tagged =
    { $who }, etiketler:{ $added ->
        [none] { "" }
       *[some] { " " }+ { $tags }
    }{ $removed ->
        [none] { "" }
       *[some] { " " }− { $gone }
    }
console-event-snoozed = { $who } talebi erteledi
console-event-woken =
    { $reason ->
        [customer] Yeniden kuyrukta: müşteri yazdı
        [time] Yeniden kuyrukta: süre doldu
        [end] Yeniden kuyrukta: talep sona erdi
       *[hand] { $who } talebi geri getirdi
    }
