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

    /// <summary>Who performs the row on a dossier that names nobody as its performer.</summary>
    public Role? WhereNone { get; init; }

    /// <summary>Whether what is kept of the work on it stands for itself (copies, scans of signed paper, the place in the archive), so that
    /// nobody does it whose account was reset and is not confirmed.</summary>
    public bool WorkBinds { get; init; }

    /// <summary>What must hold before the dossier is sent back; null where nothing must.</summary>
    public Need? BackNeed { get; init; }

    /// <summary>What happens when nothing happens; null where others can go on or give the dossier up.</summary>
    public Lewat? Lewat { get; init; }

    /// <summary>Whether sending back from here takes the force from a result, so that the people are those of the register again.</summary>
    public bool Reopens => Step > Validate && BackTo <= Validate;

    /// <summary>Since when the row could have been performed: since a dossier waits at it, or since the days to object are over where it
    /// must let them pass.</summary>
    public DateTimeOffset PerformableSince(DateTimeOffset since, DateOnly? lastDayToObject) =>
        Needs.Contains(ObjectionOver) && lastDayToObject is { } last
        && Tanggal.Mulai(last.AddDays(1)) is var after && after > since
            ? after
            : since;

    /// <summary>Whether the row ends by itself, so that it waits for nobody.</summary>
    public bool EndsByItself => Lewat is { Move: Move.Lapsed };

    /// <summary>Whether one person performs it on many dossiers, one after another.</summary>
    public bool ComesInNumbers => Pelaksana != Asn;

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

    /// <summary>What happens when the performer is silent, as a sentence; null where nothing does.</summary>
    public string? WhenSilent => Lewat is not { } lewat ? null
        : $"Langkah {Label} ({Nama}): {(lewat.Hari is { } days ? $"sesudah {days} hari kalender" : "sesudah masa keberatan berakhir")} "
            + Sentences.End(lewat.Kata);

    /// <summary>"langkah 5 (Penandatanganan)".</summary>
    public string InSentence => $"langkah {Label} ({Nama})";

    /// <summary>Where a dossier is sent back to: to whom, or to which step where the same performer sends it.</summary>
    /// <param name="performer">Who performs this row on the dossier; null for anyone's.</param>
    public string AsTarget(SopRow from, string? performer = null) =>
        Pelaksana == from.Pelaksana ? Nama.ToLowerInvariant() : performer ?? Pelaksana.Nama();

    public Role PelaksanaOn(Parties parties) => WhereNone is { } other && parties.Of(Pelaksana) is null ? other : Pelaksana;

    /// <summary>The time norm: "2 jam", or in working days for one of days.</summary>
    public string WaktuTampil => Tanggal.Durasi(Waktu, Substep == Substep.None ? null : WorkingCalendar.HoursPerDay);

    public int Stage => StageOf(Step, Substep);

    /// <summary>The step after this one; null after the last.</summary>
    public Step? Next => Step == Archive ? null : Step + 1;

    public static int StageOf(Step step, Substep substep) => ((int)step * 10) + (int)substep;
}

/// <summary>An act that finishes no row: who may do it, at which rows, and what must hold.</summary>
/// <param name="To">To which rows the dossier goes, by their stages; empty where it stays.</param>
/// <param name="Pasif">How a refusal begins: "Keberatan diajukan oleh …".</param>
/// <param name="WhyNotElsewhere">Why not at another row, as a sentence.</param>
public sealed record SopAct(
    Act Act, IReadOnlyList<Role> By, IReadOnlyList<int> At, IReadOnlyList<int> To, Move Move, string Nama, string Pasif,
    string WhyNotElsewhere, IReadOnlyList<Need> Needs)
{
    /// <summary>The row that whoever does the act may not perform afterwards, so that its performer leaves the act to another; null where
    /// anyone may.</summary>
    public Substep? LeavesTo { get; init; }

    /// <summary>Whether somebody does it whose account was reset and is not confirmed: what would be lost with the day, and can be taken
    /// back.</summary>
    public bool MayUnconfirmed { get; init; }
}

/// <summary>What happens at a row by the mere passing of time.</summary>
/// <param name="Hari">After how many calendar days at the row; null after the last day to object.</param>
/// <param name="Kata">For whoever it waits for: what happens then.</param>
public sealed record Lewat(int? Hari, Move Move, string Kata);

/// <summary>One move that the SOP knows, between two rows by their stages.</summary>
/// <param name="By">In which capacity; empty for what a time that passed does.</param>
/// <param name="IsAct">Whether it carries nothing on, so that duties need not be kept apart.</param>
public sealed record SopMove(int From, Move Move, int To, IReadOnlyList<Role> By, bool IsAct = false);

/// <summary>The SOP, row by row: order, performers, way back, separation of duties, needs, words.</summary>
/// <remarks>
/// What must follow a change: a migration that writes the changed rows of <c>sop_moves</c> and <c>sop_not_also</c>, which the guards of the
/// database read (<c>GuardTests</c> compares them with this table); for a new step also its member of <see cref="Sop.Step"/>, its page in
/// <c>Pages/Dossiers/Step{No}{Step}</c> and its verb in <see cref="Dossier"/>; and <c>docs/sop</c>, written by <c>print-sop</c>. Layout
/// tests name what is missing.
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
            BackTo: Input, NotAlso: [Analis], [PenilaianLengkap, CapaianDitetapkan, JabatanSebelumnya, NilaiTetap, NotEarly],
            "Setujui dan terbitkan dokumen", "validasi", AsksPassword: true, MayObject: false)
            { SignSlug = "validasi/setujui" },
        new(Sign, "Penandatanganan", Asn,
            "Penandatanganan dokumen pengukuran kinerja atas penilaian kinerja pegawai yang telah disetujui",
            ["Dokumen pengukuran kinerja"], Jam(1), "Dokumen pengukuran kinerja yang telah ditandatangani",
            BackTo: null, NotAlso: [], [Dokumen, ResultDelivered], "Nyatakan telah menerima hasil", "tanda-tangan", AsksPassword: true,
            MayObject: true)
            {
                Lewat = new(null, Move.Unsigned, "hasilnya ditetapkan atasan pejabat penilai tanpa tanda tangan pegawai"),
                Dilengkapi = "awal uraian hilang pada naskah («kinerja atas penilai kinerja pegawai yang telah disetujui»); dilengkapi "
                    + "menurut outputnya, dan «penilai» dibaca «penilaian».",
            },
        new(Duplicate, "Penggandaan", Sekretaris,
            "Penggandaan dokumen pengukuran kinerja",
            ["Dokumen pengukuran kinerja"], Jam(1), "Dokumen pengukuran kinerja",
            BackTo: null, NotAlso: [], [DokumenDitandatangani, DokumenDisahkan, Pindaian, Salinan], "Selesai menggandakan", "gandakan",
            AsksPassword: false, MayObject: false)
            { WorkBinds = true, Dilengkapi = "pelaksana kosong pada naskah; ditetapkan Sekretaris, yang kolomnya tanpa tanda." },
        new(Archive, "Pengarsipan", Sekretaris,
            "Pengarsipan dokumen pengukuran kinerja atas penilaian kinerja pegawai",
            ["Dokumen pengukuran kinerja", "Box file"], Menit(15), "Tersimpannya dokumen pengukuran kinerja",
            BackTo: null, NotAlso: [], [Salinan, BoxFile], "Arsipkan dan tutup berkas", "arsipkan", AsksPassword: false, MayObject: false)
            { WorkBinds = true, Dilengkapi = "pelaksana kosong pada naskah; ditetapkan Sekretaris, pemimpin unit kearsipan dinas." },
    ];

    /// <summary>
    /// What PP 46/2011 and PP 30/2019 ask besides the SOP, within the step of signing: the way of an objection (PP 30/2019 ps. 59: both are
    /// heard, then the atasan pejabat penilai himself sets the result, which is final), the pengesahan by him (PP 46/2011 ps. 22), and his
    /// penetapan where the rated person does not sign. The norm of 14 working days is named for the tanggapan and for the forwarding; for
    /// what the atasan pejabat penilai does no source names one, and the same is taken. That an authority passes on after 14 days is a
    /// choice of this program, not yet confirmed by a text.
    /// </summary>
    public static readonly IReadOnlyList<SopRow> Substeps =
    [
        new(Sign, "Tanggapan atas keberatan", AtasanLangsung,
            "Menanggapi keberatan pegawai atas hasil penilaian",
            ["Keberatan pegawai"], Hari(14), "Tanggapan pejabat penilai",
            BackTo: null, NotAlso: [], [], "Kirim tanggapan", "tanggapan", AsksPassword: false, MayObject: false)
            {
                Substep = Substep.Tanggapan,
                Move = Move.Answered,
                Lewat = new(14, Move.Unanswered, "keberatan diputuskan atasan pejabat penilai tanpa tanggapan"),
            },
        new(Sign, "Keputusan atas keberatan", AtasanPejabatPenilai,
            "Memutuskan keberatan setelah mendengar pegawai dan pejabat penilai, dan menetapkan hasilnya",
            ["Keberatan pegawai", "Tanggapan pejabat penilai"], Hari(14), "Keputusan dan dokumen dalam versi baru",
            BackTo: null, NotAlso: [AtasanLangsung], [DecisionWritten], "Tetapkan keputusan", "keputusan", AsksPassword: true,
            MayObject: false)
            {
                Substep = Substep.Keputusan,
                Move = Move.Decided,
                SignSlug = "keputusan/tetapkan",
                WhereNone = AtasanLangsung,
                Lewat = new(14, Move.Passed, "wewenang memutuskan beralih kepada pejabat yang lebih tinggi"),
            },
        new(Sign, "Pengesahan", AtasanPejabatPenilai,
            "Mengesahkan dokumen pengukuran kinerja yang telah ditandatangani",
            ["Dokumen pengukuran kinerja yang telah ditandatangani"], Hari(14), "Dokumen pengukuran kinerja yang telah disahkan",
            BackTo: Validate, NotAlso: [AtasanLangsung], [DokumenDitandatangani], "Sahkan dokumen", "pengesahan", AsksPassword: true,
            MayObject: false)
            {
                Substep = Substep.Pengesahan,
                Move = Move.Ratified,
                Lewat = new(14, Move.Passed, "wewenang mengesahkan beralih kepada pejabat yang lebih tinggi"),
            },
        new(Sign, "Masa keberatan", Asn,
            "Menunggu akhir masa keberatan setelah hasil diterima dengan hak keberatan tetap",
            ["Dokumen pengukuran kinerja yang telah ditandatangani"], Hari(14), "Keberatan, atau tidak ada keberatan",
            BackTo: null, NotAlso: [], [], "Nyatakan tidak berkeberatan", "masa-keberatan", AsksPassword: false, MayObject: true)
            {
                Substep = Substep.MasaKeberatan,
                Move = Move.Waived,
                Lewat = new(null, Move.Lapsed, "berkas diteruskan"),
            },
        new(Sign, "Penetapan tanpa tanda tangan", AtasanPejabatPenilai,
            "Menetapkan hasil penilaian yang tidak ditandatangani pegawai, dengan alasannya",
            ["Dokumen pengukuran kinerja", "Alasan tidak ditandatangani"], Hari(14), "Dokumen pengukuran kinerja yang ditetapkan",
            BackTo: Sign, NotAlso: [AtasanLangsung, Kasubbag, Sekretaris], [ObjectionOver], "Tetapkan hasil", "penetapan",
            AsksPassword: true, MayObject: false)
            {
                Substep = Substep.Penetapan,
                Move = Move.Determined,
                BackNeed = Proposed,
                WhereNone = AtasanLangsung,
                Lewat = new(14, Move.Passed, "wewenang menetapkan beralih kepada pejabat yang lebih tinggi"),
            },
    ];

    /// <remarks>Cancelling: a dossier that was opened by mistake, or whose plan or people are wrong, ends without a result; the regulations
    /// do not speak of it, and until approval nothing was issued to anybody.</remarks>
    public static readonly IReadOnlyList<SopAct> Acts =
    [
        new(Act.Cancel, [Kasubbag], [10, 20, 30, 40], [], Move.Cancelled, "Batalkan berkas", "Berkas dibatalkan",
            "Penilaian berkas ini sudah disetujui dan dokumennya sudah terbit, jadi berkasnya tidak dapat dibatalkan lagi.",
            [NotYetIssued]),
        new(Act.Deliver, [Asn, Sekretaris, Kasubbag], [50, 55], [], Move.Delivered, "Catat penyerahan hasil", "Penerimaan hasil dicatat",
            "Penerimaan hasil dicatat pada langkah penandatanganan.", [NotYetDelivered]) { LeavesTo = Substep.Penetapan },
        new(Act.Object, [Asn], [50, 54, 55], [51, 52], Move.Objected, "Ajukan keberatan", "Keberatan diajukan",
            "Keberatan diajukan pada langkah penandatanganan.", [NotYetObjected, MayStillObject, WithinDaysToObject])
            { MayUnconfirmed = true },
        new(Act.Withdraw, [Asn], [51, 52], [50, 54], Move.Withdrawn, "Tarik kembali keberatan", "Keberatan ditarik kembali",
            "Keberatan hanya dapat ditarik kembali sebelum ditanggapi.", [NotYetAnswered]),
        new(Act.Reconsider, [Asn], [55], [50], Move.Reconsidered, "Bersedia menandatangani", "Hal ini dinyatakan",
            "Hasil ini tidak sedang menunggu penetapan tanpa tanda tangan.", [MayStillSign]),
        new(Act.Propose, [Kasubbag, Sekretaris], [50], [55], Move.Proposed, "Usulkan penetapan", "Penetapan tanpa tanda tangan diusulkan",
            "Penetapan tanpa tanda tangan diusulkan selama hasil menunggu ASN yang dinilai.", []) { LeavesTo = Substep.Penetapan },
    ];

    /// <summary>Who looks as a second officer at a signature that somebody else made or did not make elsewhere. It moves nothing, so it is
    /// no act of the SOP and no line of its history.</summary>
    public static readonly IReadOnlyList<Role> Releasing = [Kasubbag, Sekretaris, KepalaDinas];

    public static readonly IReadOnlyList<SopView> Views =
    [
        //  Kapasitas              Berkas      Hasil
        new(Asn,                   Collect,    Sign),
        new(AtasanLangsung,        Collect,    Validate),
        new(AtasanPejabatPenilai,  Collect,    Sign),
        new(Analis,                Collect,    null),
        new(Kasubbag,              Collect,    null),
        new(Sekretaris,            Sign,       Duplicate),
        new(KepalaDinas,           Collect,    Sign),
        new(Auditor,               Collect,    Sign),
    ];

    public static readonly IReadOnlyList<Role> Columns = [AtasanLangsung, Sekretaris, Kasubbag, Asn, Analis];

    public static IEnumerable<SopRow> All => Rows.Concat(Substeps);

    public static SopAct Cancel => Row(Act.Cancel);

    /// <summary>Every move, by which the guards of the database judge each line of the history.</summary>
    /// <remarks>Which of two from one row to another it is (with or without pengesahan, before or after the own signature) the dossier
    /// decides.</remarks>
    public static IReadOnlyList<SopMove> Moves { get; } =
    [
        new(10, Move.Opened, 10, [Analis]),
        .. Rows.Where(r => r.Step != Sign).Concat(Substeps.Where(r => r.Substep == Substep.Keputusan))
            .Select(r => new SopMove(r.Stage, Move.Worked, r.Stage, Performers(r))),
        .. Rows.Where(r => r.Next is not null).Select(r => new SopMove(r.Stage, r.Move, StageOf(r.Next!.Value), Performers(r))),
        new(70, Move.Closed, 70, [Sekretaris]),
        .. All.Where(r => r.BackTo is not null).Select(r => new SopMove(r.Stage, Move.SentBack, StageOf(r.BackTo!.Value), Performers(r))),
        new(50, Move.Received, 53, [Asn]),
        new(50, Move.Reserved, 54, [Asn]),
        new(51, Move.Answered, 52, [AtasanLangsung]),
        new(51, Move.Unanswered, 52, []),
        new(52, Move.Decided, 50, [AtasanPejabatPenilai, AtasanLangsung]),
        new(53, Move.Ratified, 60, [AtasanPejabatPenilai]),
        new(54, Move.Waived, 53, [Asn]),
        new(54, Move.Waived, 60, [Asn]),
        new(54, Move.Lapsed, 53, []),
        new(54, Move.Lapsed, 60, []),
        new(50, Move.Unsigned, 55, []),
        new(55, Move.Determined, 60, [AtasanPejabatPenilai, AtasanLangsung]),
        // Until there is a result the parties are those of the register.
        .. Rows.Where(r => r.Step <= Validate).Select(r => new SopMove(r.Stage, Move.Followed, r.Stage, [])),
        .. All.Where(r => r.Lewat is { Move: Move.Passed }).Select(r => new SopMove(r.Stage, Move.Passed, r.Stage, [])),
        .. Acts.SelectMany(a => a.At.SelectMany(from => (a.To.Count > 0 ? a.To : [from])
            .Select(to => new SopMove(from, a.Move, to, a.By, IsAct: true)))),
    ];

    /// <summary>The rows that what is kept of the work on a dossier finishes, without a password or a field of their own, so that many
    /// can be finished at once.</summary>
    public static IReadOnlyList<SopRow> Together { get; } = [.. Rows.Where(r => !r.AsksPassword && !r.Needs.Contains(BoxFile))];

    /// <summary>The stages of the rows that wait for somebody, and pass to another when he is silent.</summary>
    public static IReadOnlyList<short> Dated { get; } =
        [.. All.Where(r => r is { Lewat: not null, EndsByItself: false }).Select(r => (short)r.Stage)];

    /// <summary>The hours and minutes of work that one dossier takes.</summary>
    public static TimeSpan Waktu => TimeSpan.FromMinutes(Rows.Sum(r => r.Waktu.TotalMinutes));

    /// <summary>Where this SOP differs from the received one: row by row, then the form as a whole.</summary>
    public static IEnumerable<string> Dilengkapi => Rows.Where(r => r.Dilengkapi is not null)
        .Select(r => $"Langkah {r.No} ({r.Nama}): {r.Dilengkapi}").Concat(SopIdentitas.PengukuranKinerja.Dilengkapi);

    /// <summary>"langkah 1 dan 3": the steps of the form that a role performs.</summary>
    public static string StepsOf(Role role) => $"langkah {string.Join(" dan ", Rows.Where(r => r.Pelaksana == role).Select(r => r.Label))}";

    public static SopRow Row(Step step) => Rows[(int)step - 1];

    public static SopRow Row(Step step, Substep substep) => substep == Substep.None ? Row(step) : Substeps[(int)substep - 1];

    /// <exception cref="InvalidOperationException">The act finishes a row, or only looks.</exception>
    public static SopAct Row(Act act) => RowOrNull(act) ?? throw new InvalidOperationException($"{act} is no act of its own.");

    public static SopAct? RowOrNull(Act act) => Acts.SingleOrDefault(a => a.Act == act);

    public static SopRow RowAt(int stage) => Row((Step)(stage / 10), (Substep)(stage % 10));

    private static int StageOf(Step step) => SopRow.StageOf(step, Substep.None);

    private static IReadOnlyList<Role> Performers(SopRow row) => row.WhereNone is { } other ? [row.Pelaksana, other] : [row.Pelaksana];

    private static TimeSpan Jam(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Hari(int days) => WorkingCalendar.HoursPerDay * days * TimeSpan.FromHours(1);

    private static TimeSpan Menit(int minutes) => TimeSpan.FromMinutes(minutes);
}

/// <summary>From which step on a role sees a dossier, and its result (null: never).</summary>
public sealed record SopView(Role Role, Step DossierFrom, Step? ResultFrom);
