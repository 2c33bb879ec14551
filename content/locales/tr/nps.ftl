# Müşterinin bizi tavsiye etme olasılığı; ara sıra sorulur.

nps-ask =
    { $desk } hizmetini bir arkadaşınıza tavsiye eder misiniz?
    0: asla, 10: kesinlikle.
nps-thanks = 10 üzerinden { $score }. Teşekkürler, bu bize yardımcı oluyor.
nps-thanks-low =
    10 üzerinden { $score }. Açıkça söylediğiniz için teşekkürler.
    Neyi düzeltelim? Birkaç söz ekleyin, destek yöneticisi okur.
