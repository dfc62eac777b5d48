namespace SopKinerja.Domain.Sop;

/// <summary>One line of the column "Kelengkapan": what must be there before the step is done.</summary>
public sealed record Need(Func<Dossier, string> SentenceFor, Func<Dossier, DateTimeOffset, bool> IsMet)
{
    public Need(string sentence, Func<Dossier, DateTimeOffset, bool> isMet)
        : this(_ => sentence, isMet) => Sentence = sentence;

    public Need(string sentence, Func<Dossier, bool> isMet)
        : this(sentence, (dossier, _) => isMet(dossier))
    {
    }

    /// <summary>What it says of every dossier; "" where it names a day of the one.</summary>
    public string Sentence { get; } = "";
}

public static class Needs
{
    public static readonly Need Penerimaan =
        new("Penerimaan formulir kinerja belum dicatat: isi siapa yang menyerahkan dan tanggalnya.", d => d.Receipt is not null);

    public static readonly Need Formulir =
        new("Formulir kinerja atau bukti dukung belum dilampirkan: unggah paling sedikit satu lampiran.", d => d.Evidence.Count > 0);

    public static readonly Need Pemeriksaan =
        new("Daftar periksa belum lengkap: centang semua butir, atau kembalikan berkas dengan alasan.",
            d => d.Checklist is { IsComplete: true } list && list.Kegiatan.Count == d.Sheet.JumlahKegiatan);

    public static readonly Need RealisasiLengkap =
        new("Realisasi belum lengkap: isi semua realisasi yang diminta.", d => d.Sheet.HasAllRealisasi);

    public static readonly Need PenilaianLengkap =
        new("Penilaian belum lengkap: beri semua nilai atau rating yang diminta.", d => d.Sheet.HasAllScores);

    public static readonly Need JabatanSebelumnya =
        new("Penilaian pada jabatan sebelumnya dalam periode ini belum selesai ditandatangani. Hasilnya ikut dihitung, jadi selesaikan "
            + "berkas itu dahulu.", d => d.HasEarlier);

    public static readonly Need CapaianDitetapkan =
        new("Capaian kinerja organisasi unit kerja ini belum ditetapkan untuk periode ini: kepala unit atau Kepala Dinas menetapkannya di "
            + "halaman Capaian organisasi.", d => !d.Sheet.LacksCapaian);

    public static readonly Need NotEarly =
        new("Yang dinilai belum berakhir: tulis di halaman penilaian mengapa dinilai lebih awal.",
            (d, now) => d.Sheet.EarlyReason is not null || d.WhyEarly(now) is null);

    public static readonly Need Dokumen =
        new("Dokumen pengukuran kinerja belum dibuat.", d => d.Documents.Any(x => x.IsIssue && x.Version == d.DocumentVersion));

    public static readonly Need DokumenDitandatangani =
        new("Dokumen pengukuran kinerja belum ditandatangani ASN.", d => d.IsDetermined || d.Documents.Any(
            x => x.Kind == DocumentKind.Final && x.Version == d.DocumentVersion));

    public static readonly Need DokumenDisahkan =
        new("Dokumen pengukuran kinerja belum disahkan atasan pejabat penilai.",
            d => !d.AsksPengesahan || d.Documents.Any(x => x.Kind == DocumentKind.Ratified && x.Version == d.DocumentVersion));

    public static readonly Need NilaiTetap =
        new("Keputusan atas keberatan menyatakan hasil tetap, tetapi hasilnya berubah. Kembalikan penilaian seperti pada versi sebelumnya.",
            d => d.Keberatan is not { Keputusan.NilaiTetap: true } || d.Replaced is not { Why: Move.Decided } replaced
                || d.Sheet.Conclude() == replaced.Outcome);

    // What an account opens before it is confirmed is not recorded as received.
    private const string NotDelivered =
        "Penerimaan hasil belum tercatat: pegawainya membuka dahulu hasil penilaian ini dengan akun yang sudah dikonfirmasi.";

    public static readonly Need ResultDelivered =
        new(NotDelivered,
            d => d.LastDayToObject is not null || d.IsFinalByDecision);

    public static readonly Need NotYetIssued =
        new("Penilaian berkas ini sudah disetujui dan dokumennya sudah terbit, jadi berkasnya tidak dapat dibatalkan lagi.",
            d => d.Outcome is null);

    public static readonly Need NotYetDelivered =
        new("Penerimaan hasil ini sudah tercatat.", d => d.LastDayToObject is null && !d.IsFinalByDecision);

    public static readonly Need NotYetObjected =
        new("Keberatan atas hasil ini sudah diajukan dan diputuskan. Keputusan itu final.", d => d.Keberatan is null);

    public static readonly Need WithinDaysToObject =
        new(d => d.LastDayToObject is { } last
                ? $"Batas waktu keberatan sudah lewat pada {Tanggal.Tampil(last)}. Keberatan yang terlambat tidak dapat diterima."
                : NotDelivered,
            (d, now) => d.LastDayToObject is { } last && Tanggal.DiWita(now) <= last);

    public static readonly Need MayStillObject =
        new("Hasil ini menunggu penetapan tanpa tanda tangan, jadi keberatan tidak dapat diajukan lagi.",
            d => d.PenetapanGround is not { } ground || PenetapanTable.Row(ground.Reason).KeepsObjection);

    public static readonly Need MayStillSign =
        new(d => d.PenetapanGround is not { ProposedBy: not null, Reason: var reason } || !PenetapanTable.Row(reason).KeepsObjection
                ? "Hasil ini menunggu penetapan tanpa tanda tangan, jadi tidak dapat ditandatangani lagi."
                : d.LastDayToObject is { } last ? $"Hasil ini hanya dapat ditandatangani sampai {Tanggal.Tampil(last)}."
                : NotDelivered,
            (d, now) => d.PenetapanGround is { ProposedBy: not null } && MayStillObject.IsMet(d, now)
                && (d.IsFinalByDecision || WithinDaysToObject.IsMet(d, now)));

    public static readonly Need ObjectionOver =
        new(d => d.LastDayToObject is { } last
                ? $"Pegawai masih dapat mengajukan keberatan sampai {Tanggal.Tampil(last)}. Hasilnya dapat ditetapkan mulai "
                    + $"{Tanggal.Tampil(last.AddDays(1))}."
                : "Penerimaan hasil belum tercatat, jadi masa keberatan pegawai belum berjalan. Hasilnya dapat ditetapkan sesudah masa itu "
                    + "berakhir.",
            (d, now) => !MayStillObject.IsMet(d, now) || d.IsFinalByDecision || (d.LastDayToObject is not null
                && !WithinDaysToObject.IsMet(d, now)));

    public static readonly Need NotYetAnswered =
        new("Keberatan ini sudah ditanggapi, jadi tidak dapat ditarik kembali.", d => d.Keberatan is { Tanggapan: null });

    public static readonly Need DecisionWritten =
        new("Keputusan belum disusun: pilih hasilnya dan tulis pertimbangannya di halaman keputusan.",
            d => d.DraftKeputusan is not null);

    public static readonly Need Proposed =
        new("Penetapan ini tidak diusulkan orang: masa keberatan berakhir tanpa tanda tangan, jadi hasilnya harus ditetapkan.",
            d => d.PenetapanGround is { ProposedBy: not null });

    public static readonly Need Pindaian =
        new("Pindaian dokumen yang ditandatangani belum diunggah.",
            d => d.SigningMode != SigningMode.WetInk || d.LastScan is not null);

    public static readonly Need Salinan =
        new("Belum ada salinan: buat paling sedikit satu salinan dokumen.", d => d.Copies.Count > 0);

    public static readonly Need BoxFile =
        new("Tempat simpan belum diisi: tulis kode klasifikasi, nomor boks, dan folder.", d => d.ArchiveRecord is not null);
}
