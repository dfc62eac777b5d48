using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using static SopKinerja.Domain.Sop.Needs;
using static SopKinerja.Domain.Authority.Role;
using static SopKinerja.Domain.Sop.Step;

namespace SopKinerja.Domain.Sop;

/// <param name="BackTo">Where the performer may send the dossier back to; null when there is no way back.</param>
/// <param name="NotAlso">Whoever is or acted as one of these on this dossier may not perform the step (pemisahan tugas).</param>
/// <param name="Needs">What must be there before the step is done.</param>
/// <param name="MayObject">Whether the performer may object instead (keberatan).</param>
/// <remarks>The form of the SOP has seven rows. What the regulations ask besides happens within one of them and is a row of its own, a
/// <see cref="Substep"/>.</remarks>
public sealed record SopRow(
    Step Step, string Nama, Role Pelaksana, string Uraian, IReadOnlyList<string> Kelengkapan, TimeSpan Waktu, string Output,
    Step? BackTo, IReadOnlyList<Role> NotAlso, IReadOnlyList<Need> Needs, string Selesaikan, string Slug, bool AsksPassword, bool MayObject)
{
    public Substep Substep { get; init; }

    public Move Move { get; init; } = Move.Completed;

    public string SignSlug { get => field ?? Slug; init; }

    /// <summary>The step's number in the SOP form, 1 to 7.</summary>
    public int No => (int)Step;

    public string Label => Substep == Substep.None ? $"{No}" : $"{No}{(char)('a' + (int)Substep - 1)}";

    /// <summary>What stands in this row although the received SOP leaves it empty or cut off, and why; null where both say the
    /// same.</summary>
    public string? Dilengkapi { get; init; }

    /// <summary>The column "Keterangan", in sentences: the way back, objection and separation of duties.</summary>
    public IEnumerable<string> Keterangan
    {
        get
        {
            if (BackTo is { } back)
            {
                yield return $"Bila belum benar, kembali ke langkah {(int)back} dengan alasan.";
            }

            if (MayObject)
            {
                yield return "Bila tidak menerima hasilnya, ASN mengajukan keberatan; lihat sublangkah di bawah tabel.";
            }

            if (NotAlso.Count > 0)
            {
                yield return $"Tidak dikerjakan {string.Join(" atau ", NotAlso.Select(r => r.Nama()))} berkas yang sama.";
            }
        }
    }

    /// <summary>"langkah 5 (Penandatanganan)".</summary>
    public string InSentence => $"langkah {Label} ({Nama})";

    /// <summary>Where a dossier is sent back to: to whom, or to which step where the same performer sends it.</summary>
    public string AsTarget(SopRow from) => Pelaksana == from.Pelaksana ? Nama.ToLowerInvariant() : Pelaksana.Nama();

    /// <summary>The time norm: "2 jam", or in working days for one of days.</summary>
    public string WaktuTampil => Tanggal.Durasi(Waktu, Substep == Substep.None ? null : WorkingCalendar.HoursPerDay);

    public int Stage => StageOf(Step, Substep);

    /// <summary>The step after this one; null after the last.</summary>
    public Step? Next => Step == Archive ? null : Step + 1;

    public static int StageOf(Step step, Substep substep) => ((int)step * 10) + (int)substep;
}

/// <summary>A way out of the SOP before its end.</summary>
/// <param name="Until">The last step from which it leads.</param>
public sealed record SopExit(Role Pelaksana, Step Until, Move Move, string Nama);

/// <summary>The SOP, row by row: order, performers, way back, separation of duties, needs, words.</summary>
/// <remarks>
/// What must follow a change: a migration that writes the changed rows of <c>sop_rows</c> and <c>sop_not_also</c>, which the guards of the
/// database read (<c>GuardTests</c> compares them with this table); for a new step also its member of <see cref="Sop.Step"/>, its page in
/// <c>Pages/Dossiers/Step{No}{Step}</c>, its verb in <see cref="Dossier"/> and the moves that <c>history_guard</c> lets through; and
/// <c>docs/sop</c>, written by <c>print-sop</c>. Layout tests name what is missing.
/// </remarks>
public static class SopTable
{
    /// <summary>SOP Pelaksanaan Pengukuran Kinerja, Mei 2023; forward is always the next row.</summary>
    public static readonly IReadOnlyList<SopRow> Rows =
    [
        new(Collect, "Pengumpulan", Analis,
            "Mengumpulkan data kinerja atas target yang telah ditetapkan",
            ["Formulir kinerja"], Jam(2), "Formulir kinerja",
            BackTo: null, NotAlso: [Kasubbag, AtasanLangsung], [Penerimaan, Formulir], "Kirim ke Kasubbag", "kumpulkan",
            AsksPassword: false, MayObject: false)
            { Dilengkapi = "pada naskah kolom Analis hanya memuat «Mulai»; dibaca sebagai tugas Analis." },
        new(Check, "Pemeriksaan", Kasubbag,
            "Memeriksa dan mengecek data kinerja pegawai",
            ["Formulir kinerja yang diterima"], Jam(2), "Formulir kinerja yang telah diperiksa",
            BackTo: Collect, NotAlso: [Analis], [Pemeriksaan], "Terima dan teruskan ke Analis", "periksa", AsksPassword: false,
            MayObject: false),
        new(Input, "Penginputan", Analis,
            "Pengetikan/penginputan kinerja atas penilaian sasaran kinerja pegawai",
            ["Formulir kinerja", "Komputer/laptop"], Jam(1), "Formulir kinerja yang telah diisi",
            BackTo: Collect, NotAlso: [Kasubbag, AtasanLangsung], [RealisasiLengkap], "Kirim ke atasan langsung", "input",
            AsksPassword: false, MayObject: false),
        new(Validate, "Validasi dan penilaian", AtasanLangsung,
            "Memvalidasi hasil inputan/memberikan penilaian atas kinerja pegawai",
            ["Formulir kinerja"], Jam(1), "Formulir kinerja",
            BackTo: Input, NotAlso: [Analis], [PenilaianLengkap, NilaiTetap, NotEarly], "Setujui dan terbitkan dokumen", "validasi",
            AsksPassword: true, MayObject: false)
            { SignSlug = "validasi/setujui" },
        new(Sign, "Penandatanganan", Asn,
            "Penandatanganan dokumen pengukuran kinerja atas penilaian kinerja pegawai yang telah disetujui",
            ["Dokumen pengukuran kinerja"], Jam(1), "Dokumen pengukuran kinerja yang telah ditandatangani",
            BackTo: null, NotAlso: [], [Dokumen], "Nyatakan telah menerima hasil", "tanda-tangan", AsksPassword: true, MayObject: true)
            {
                Dilengkapi = "awal uraian hilang pada naskah («kinerja atas penilai kinerja pegawai yang telah disetujui»); dilengkapi "
                    + "menurut outputnya, dan «penilai» dibaca «penilaian».",
            },
        new(Duplicate, "Penggandaan", Sekretaris,
            "Penggandaan dokumen pengukuran kinerja",
            ["Dokumen pengukuran kinerja"], Jam(1), "Dokumen pengukuran kinerja",
            BackTo: null, NotAlso: [], [DokumenDitandatangani, DokumenDisahkan, Pindaian, Salinan], "Selesai menggandakan", "gandakan",
            AsksPassword: false, MayObject: false)
            { Dilengkapi = "pelaksana kosong pada naskah; ditetapkan Sekretaris, yang kolomnya tanpa tanda." },
        new(Archive, "Pengarsipan", Sekretaris,
            "Pengarsipan dokumen pengukuran kinerja atas penilaian kinerja pegawai",
            ["Dokumen pengukuran kinerja", "Box file"], Menit(15), "Tersimpannya dokumen pengukuran kinerja",
            BackTo: null, NotAlso: [], [Salinan, BoxFile], "Arsipkan dan tutup berkas", "arsipkan", AsksPassword: false, MayObject: false)
            { Dilengkapi = "pelaksana kosong pada naskah; ditetapkan Sekretaris, pemimpin unit kearsipan dinas." },
    ];

    /// <summary>
    /// What PP 46/2011 and PP 30/2019 ask besides the SOP, within the step of signing: the way of an objection (PP 30/2019 ps. 59;
    /// tanggapan, then keputusan after hearing both, which is final), and the pengesahan by the atasan pejabat penilai (PP 46/2011 ps. 22).
    /// The norm of 14 working days is named for the tanggapan and for the forwarding; for keputusan no source names one, and the same is
    /// taken.
    /// </summary>
    public static readonly IReadOnlyList<SopRow> Substeps =
    [
        new(Sign, "Tanggapan atas keberatan", AtasanLangsung,
            "Menanggapi keberatan pegawai atas hasil penilaian",
            ["Keberatan pegawai"], Hari(14), "Tanggapan pejabat penilai",
            BackTo: null, NotAlso: [], [], "Kirim tanggapan", "tanggapan", AsksPassword: false, MayObject: false)
            { Substep = Substep.Tanggapan, Move = Move.Answered },
        new(Sign, "Keputusan atas keberatan", AtasanPejabatPenilai,
            "Memutuskan keberatan setelah mendengar pegawai dan pejabat penilai",
            ["Keberatan pegawai", "Tanggapan pejabat penilai"], Hari(14), "Keputusan atasan pejabat penilai",
            BackTo: null, NotAlso: [], [], "Tetapkan keputusan", "keputusan", AsksPassword: false, MayObject: false)
            { Substep = Substep.Keputusan, Move = Move.Decided },
        new(Sign, "Pengesahan", AtasanPejabatPenilai,
            "Mengesahkan dokumen pengukuran kinerja yang telah ditandatangani",
            ["Dokumen pengukuran kinerja yang telah ditandatangani"], Hari(14), "Dokumen pengukuran kinerja yang telah disahkan",
            BackTo: null, NotAlso: [], [DokumenDitandatangani], "Sahkan dokumen", "pengesahan", AsksPassword: true, MayObject: false)
            { Substep = Substep.Pengesahan, Move = Move.Ratified },
    ];

    /// <summary>A dossier that was opened by mistake, or whose plan or people are wrong, ends without a result: the regulations do not
    /// speak of it, and until approval nothing was issued to anybody.</summary>
    public static readonly SopExit Cancel = new(Kasubbag, Until: Validate, Move.Cancelled, "Batalkan berkas");

    public static readonly IReadOnlyList<SopView> Views =
    [
        //  Kapasitas              Berkas      Hasil
        new(Asn,                   Collect,    Sign),
        new(AtasanLangsung,        Collect,    Validate),
        new(AtasanPejabatPenilai,  Collect,    Sign),
        new(Analis,                Collect,    null),
        new(Kasubbag,              Collect,    null),
        new(Sekretaris,            Duplicate,  Duplicate),
        new(KepalaDinas,           Collect,    Sign),
    ];

    public static readonly IReadOnlyList<Role> Columns = [AtasanLangsung, Sekretaris, Kasubbag, Asn, Analis];

    public static IEnumerable<SopRow> All => Rows.Concat(Substeps);

    /// <summary>The hours and minutes of work that one dossier takes.</summary>
    public static TimeSpan Waktu => TimeSpan.FromMinutes(Rows.Sum(r => r.Waktu.TotalMinutes));

    /// <summary>Where this SOP differs from the received one: row by row, then the form as a whole.</summary>
    public static IEnumerable<string> Dilengkapi => Rows.Where(r => r.Dilengkapi is not null)
        .Select(r => $"Langkah {r.No} ({r.Nama}): {r.Dilengkapi}").Concat(SopIdentitas.PengukuranKinerja.Dilengkapi);

    /// <summary>"langkah 1 dan 3": the steps of the form that a role performs.</summary>
    public static string StepsOf(Role role) => $"langkah {string.Join(" dan ", Rows.Where(r => r.Pelaksana == role).Select(r => r.Label))}";

    public static SopRow Row(Step step) => Rows[(int)step - 1];

    public static SopRow Row(Step step, Substep substep) => substep == Substep.None ? Row(step) : Substeps[(int)substep - 1];

    public static SopRow RowAt(int stage) => Row((Step)(stage / 10), (Substep)(stage % 10));

    private static TimeSpan Jam(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Hari(int days) => WorkingCalendar.HoursPerDay * days * TimeSpan.FromHours(1);

    private static TimeSpan Menit(int minutes) => TimeSpan.FromMinutes(minutes);
}

/// <summary>From which step on a role sees a dossier, and its result (null: never).</summary>
public sealed record SopView(Role Role, Step DossierFrom, Step? ResultFrom);
