# Söz verilen saat: geri sayım, sıradaki yer, yeni saat ve nedeni.

card-eta-in = Görevlimizin yanıtı: yaklaşık { $minutes } dk · { by }.
card-eta-in-agent = { $agent } yanıtlayacak: yaklaşık { $minutes } dk · { by }.
card-ahead = Sizden önce { $count } kişi var.
card-ahead-none = Sıra sizde.
card-ahead-many = Sizden önce { $count } kişiden fazla var.
card-fresh = Şu anki durum böyle.
eta-why-busy = Şu anda bize çok kişi yazıyor.
eta-why-off-shift =
    { $day ->
        [today] Şu anda mesaide kimse yok. Başlangıç: bugün { $time }.
        [tomorrow] Şu anda mesaide kimse yok. Başlangıç: yarın { $time }.
       *[later] Şu anda mesaide kimse yok. Başlangıç: { $date } { $time }.
    }
eta-why-expert = Sorunuz bir uzmanda.
eta-why-longer = Söylediğimizden daha uzun sürecek.
eta-why-longer-agent = { $agent } ilgileniyor, ama söylediğimizden uzun sürecek.
eta-new = № { $id } için yanıtınız: { by }.
eta-new-busy =
    { eta-why-busy }
    { eta-new }
eta-new-expert =
    { eta-why-expert }
    { eta-new }
eta-new-longer =
    { eta-why-longer }
    { eta-new }
eta-new-longer-agent =
    { eta-why-longer-agent }
    { eta-new }
eta-new-off-shift =
    Şu anda mesaide kimse yok. Başlangıç: { $opens }.
    { eta-new }
button-fresh = 🔄 Son durum
