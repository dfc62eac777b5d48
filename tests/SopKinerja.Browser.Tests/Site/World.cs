using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Browser.Tests.Site;

/// <summary>
/// A dinas in full swing that is the same every time: dossiers of 2026 at every step, plans in every state, a year in the archive.
/// Tests only look at it; each class has a copy.
/// </summary>
public class World : BrowserSite
{
    private Dictionary<string, long> _dossiers = [];
    private Dictionary<string, long> _plans = [];
    private Dictionary<long, string> _codes = [];

    /// <summary>Where each dossier of 2026 stands, by the rated person's user name.</summary>
    private static readonly IReadOnlyList<(string Asn, Step Step)> Running =
    [
        ("pelaksanakop", Step.Collect),
        ("penyuluh", Step.Collect),
        ("penera", Step.Check),
        ("penggerak", Step.Check),
        ("bendahara", Step.Input),
        ("pelaksanadag", Step.Input),
        ("penyuluhind", Step.Validate),
        ("kabidkop", Step.Validate),
        ("pelaksanaind", Step.Sign),
        ("kabidind", Step.Sign),
        ("kabiddag", Step.Duplicate),
        ("juru", Step.Archive),
    ];

    private const string Spreadsheet = """
        NIP;Nama;Golongan;Jabatan;Jenis jabatan;Unit kerja;Pejabat penilai;Nomor kartu;Alamat
        19910101 201501 1 701;Nurul Izzati, S.E.;III/a;Penyusun Laporan;Pelaksana;Bidang Perdagangan;Dra. Hj. Masniah;P 001;Jalan A. Yani
        19910101 201501 1 702;Rizki Maulana;III/a;Pengelola Data;Pelaksana;Bidang Perdagangan;Nurul Izzati, S.E.;P 002;Jalan Veteran
        1,98507E+17;Siti Aminah;III/b;Pengelola Data;Pelaksana;Bidang Perdagangan;Dra. Hj. Masniah;P 003;Paringin
        19910101 201501 1 703;Ahmad Fauzi;IX;Pengelola Keuangan;Pelaksana;Bidang Antariksa;Tuan Entah;P 004;Paringin Selatan
        19910101 201501 1 704;Noor Hasanah, A.Md.;II/c;Bendahara Pembantu;Struktural;Bidang Perdagangan;Dra. Hj. Masniah;P 005;Batumandi

        """;

    /// <summary>Those of whom the atasan langsung wrote notes.</summary>
    private static readonly IReadOnlyList<string> Noted = ["penera", "penyuluhind", "pelaksanaind"];

    /// <summary>The dossier of 2026 of this person.</summary>
    public long Dossier(string asn) => _dossiers[asn];

    /// <summary>The dossier of 2025, closed, of this person.</summary>
    public long Closed(string asn) => _dossiers[asn + "/2025"];

    /// <summary>The plan of 2026 of this person; under PermenPANRB 6/2022 that of "name/kinerja".</summary>
    public long Plan(string owner) => _plans[owner];

    /// <summary>The dossier of Kinerja 2026 of this person: of a quarter, or of the year where <paramref name="bagian"/> is 0.</summary>
    public long Part(string asn, int bagian) => _dossiers[$"{asn}/{bagian}"];

    /// <summary>The verification code of a dossier whose document was issued.</summary>
    public string CodeOf(long dossier) => _codes[dossier];

    /// <summary>One of the units.</summary>
    public int Unit { get; private set; }

    /// <summary>The key of each unit by its code.</summary>
    public IReadOnlyDictionary<string, int> Units { get; private set; } = new Dictionary<string, int>();

    /// <summary>The account of <c>analis</c>.</summary>
    public int Account { get; private set; }

    /// <summary>The request of <c>penera</c> that waits.</summary>
    public long RequestWaiting { get; private set; }

    /// <summary>The certificate of <c>kabidkop</c>.</summary>
    public long CertificateInUse { get; private set; }

    /// <summary>The account of <c>sekda</c>, who has a one-time code.</summary>
    public int CodeHolder { get; private set; }

    /// <summary>A request to put something right that waits for the administrator.</summary>
    public int Correction { get; private set; }

    /// <summary>A spreadsheet of people that was judged, and one that was stored.</summary>
    public int Import { get; private set; }

    public int ImportDone { get; private set; }

    /// <summary>Slips that the administrator made and has not printed.</summary>
    public int SlipBatch { get; private set; }

    /// <summary>One of plans, the analis's.</summary>
    public int ImportOfPlans { get; private set; }

    protected override async Task FoundAsync()
    {
        await base.FoundAsync();
        Units = await AskAsync(db => db.UnitKerja.ToDictionaryAsync(u => u.Kode, u => u.Id));
        Unit = Units["PEP"];
        Account = await AskAsync(db => db.Users.Where(u => u.UserName == "analis").Select(u => u.Id).SingleAsync());
        await this.CertifyAsync("kabidkop", "kadis");
        CertificateInUse = (await this.CertificatesOfAsync("kabidkop"))[0].Id;
        RequestWaiting = await this.RequestedAsync("penera");
        var monday = Clock.GetUtcNow();
        await PlayAsync(async play =>
        {
            play.Now = monday.AddDays(-308);
            foreach (var asn in new[] { "arsiparis", "pelaksanaind", "kabidkop" })
            {
                var closed = await play.DossierAtAsync(Step.Archive, asn, LastPeriod);
                await play.PerformAsync(closed);
                _dossiers[asn + "/2025"] = closed.Id;
            }

            await RunAsync(play, monday);
            return 0;
        });
        await RateAsync(Dossier("kabidkop"), People["kadis"]);
        await StudyAsync(monday);
        await Step5Async(monday);
        // The night is over.
        await AskAsync(db => new Sealing(db, Clock).SealAsync(CancellationToken.None));
        // Nobody signs in with it; the administrator is told.
        await AskAsync(db => db.Users.Where(u => u.UserName == "pppkkop").ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
        Telephones["sekda"] = await this.GiveCodeAsync("sekda");
        CodeHolder = await AskAsync(db => db.Users.Where(u => u.UserName == "sekda").Select(u => u.Id).SingleAsync());
        await PlanKinerjaAsync();
        await PerformKinerjaAsync(monday);
        // Whoever was given a password by the administrator waits to be confirmed.
        await AsOwnerAsync("update accounts set reset_at = '2026-11-20', reset_by = 'Administrator', confirm_code = 'ABCDEFGHJKMN' "
            + "where user_name = 'penyuluhind'");
        await LookAsync();
        // The third has none.
        SlipBatch = await this.MakeSlipsAsync(2,
            ("syahrani", "Drs. Syahrani (Badan Kepegawaian dan Pengembangan Sumber Daya Manusia)"),
            ("noor.hikmah", "Noor Hikmah, S.E., Ak. (Inspektorat)"), ("abdul.gani", "Abdul Gani, S.H. (Inspektorat)"));
        Import = await JudgedAsync("pegawai", "daftar pegawai 2026.xlsx", Spreadsheet);
        ImportDone = await JudgedAsync("libur", "SKB hari libur 2027.csv", "Tanggal;Nama\n1 Januari 2027;Tahun Baru 2027 Masehi\n31 Februari 2027;Salah ketik\n");
        ImportOfPlans = await JudgedAsync("skp-permenpanrb6", "SKP 2026 bidang perdagangan.xlsx", """
            NIP;Rencana hasil kerja;Aspek;Indikator kinerja individu;Target
            19830917 201212 2 002;Terkelolanya sarana perdagangan;Kuantitas;Jumlah sarana yang didata;4 data
            ;;Waktu;Ketepatan waktu pendataan;Paling lambat 31 Oktober 2026
            19871128 201402 1 004;Terpungutnya retribusi pasar;Kuantitas;Jumlah pedagang yang dilayani;350 pedagang
            ;;Kualitas;Ketepatan penyetoran;Setiap hari
            """.Replace(';', '\t'), "analis");
        await using (var scope = Services.CreateAsyncScope())
        {
            await AskAsync(db => db.Imports.Where(i => i.Id == ImportDone)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, ImportState.Storing)));
            await scope.ServiceProvider.GetRequiredService<ImportStore>().RunAsync(ImportDone, CancellationToken.None);
        }

        _codes = await AskAsync(db => db.Dossiers.Where(d => d.VerificationCode != null).Select(d => new { d.Id, d.VerificationCode })
            .ToDictionaryAsync(d => d.Id, d => d.VerificationCode!));
    }

    protected override void Recall(SopSite founder)
    {
        base.Recall(founder);
        var world = (World)founder;
        (_dossiers, _plans, _codes) = (world._dossiers, world._plans, world._codes);
        (Telephones, CodeHolder) = (world.Telephones, world.CodeHolder);
        Units = world.Units;
        Correction = world.Correction;
        (Import, ImportDone, ImportOfPlans, SlipBatch) = (world.Import, world.ImportDone, world.ImportOfPlans, world.SlipBatch);
        (Unit, Account, RequestWaiting, CertificateInUse) = (world.Unit, world.Account, world.RequestWaiting, world.CertificateInUse);
    }

    /// <summary>A dry run of the administrator's, or of somebody else's.</summary>
    protected async Task<int> JudgedAsync(string kind, string nama, string cells, string userName = "admin")
    {
        await using var scope = Services.CreateAsyncScope();
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SopDbContext>());
        var user = await services.GetRequiredService<IUserClaimsPrincipalFactory<SopKinerja.Web.Persistence.Account>>().CreateAsync(
            await db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName));
        var (run, refusal) = await services.GetRequiredService<DryRun>().MakeAsync(
            services.GetServices<ImportKind>().Single(k => k.Slug == kind), SheetReader.Pasted(cells), nama, null, user, period: null,
            CancellationToken.None);
        Assert.Null(refusal);
        db.Imports.Add(run!);
        await db.SaveChangesAsync();
        return run!.Id;
    }

    // Some have looked, and one asks for something to be put right.
    private async Task LookAsync()
    {
        await AsOwnerAsync($"""
            select note_access('2026-11-20 02:10Z'::timestamptz + n * interval '7 hours', k.kind, a.id, '192.0.2.14', '', false,
                array[{People["arsiparis"].PegawaiId}], array[{Closed("arsiparis")}::bigint], array[k.what], array[k.capacity])
            from (values (1, 'ResultPage', 'kasubbag2', null, 'atasan langsung'), (2, 'Document', 'kadis', 'dokumen akhir', 'Kepala Dinas'),
                (3, 'Export', 'kadis', 'CSV', 'Kepala Dinas'), (4, 'Refused', 'kasubbag', '/berkas/{"{id:long}"}/hasil', 'Kasubbag'),
                (5, 'ResultPage', 'auditor', null, 'Auditor')) k (n, kind, who, what, capacity)
            join accounts a on a.user_name = k.who
            """);
        var (asked, answered) = (
            new Correction(People["kabidkop"].PegawaiId!.Value, Clock.GetUtcNow().AddDays(-1), "Tempat lahir saya tertulis Paringin.", "Barabai, menurut akta."),
            new Correction(People["kabidkop"].PegawaiId!.Value, Clock.GetUtcNow().AddDays(-9), "Gelar saya kurang.", "Tambahkan M.M."));
        answered.Reply(isDone: true, "Gelar sudah ditambahkan pada data pegawai.", "Administrator", Clock.GetUtcNow().AddDays(-8));
        await AskAsync(db =>
        {
            db.Corrections.AddRange(answered, asked);
            return db.SaveChangesAsync();
        });
        Correction = asked.Id;
    }

    private async Task PerformKinerjaAsync(DateTimeOffset monday)
    {
        await KinerjaDossiers.RecordKeadaanAsync(this);
        foreach (var (name, id) in await KinerjaDossiers.PlayAsync(this, monday))
        {
            _dossiers[name] = id;
        }

        await KinerjaDossiers.RateAsync(this, Part("kabidind", 0), People["kadis"]);
        await KinerjaDossiers.RateAsync(this, Part("arsiparis", 2), People["kasubbag2"]);
        await KinerjaDossiers.SetCapaianAsync(this, monday.AddDays(-2));
    }

    private async Task PlanKinerjaAsync()
    {
        var kadis = _plans["kadis/kinerja"] = await StoredSkp.AddAsync(this, "kadis", SampleSkp.KepalaDinas, PlanState.Proposed);
        var kabid = _plans["kabidkop/kinerja"] = await StoredSkp.AddAsync(
            this, "kabidkop", SampleSkp.KepalaBidang(kadis), PlanState.Proposed);
        _plans["penyuluh/kinerja"] = await StoredSkp.AddAsync(this, "penyuluh", SampleSkp.Penyuluh(kabid));
        _plans["kauptd/kinerja"] = await StoredSkp.AddAsync(
            this, "kauptd", SasaranKinerja.Empty(KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif));
    }

    // Someone on tugas belajar for the whole of last year waits for the atasan langsung.
    private async Task StudyAsync(DateTimeOffset monday)
    {
        await AskAsync(async db =>
        {
            db.Keadaan.Add(new(
                LastPeriod.Id, People["juru"].PegawaiId!.Value, JenisKeadaan.TugasBelajar, new(2024, 9, 2), new(2026, 8, 31),
                "Universitas Lambung Mangkurat", "800.1.4/88/BKPSDM"));
            return await db.SaveChangesAsync();
        });
        await PlayAsync(async play =>
        {
            play.Now = monday.AddDays(-308);
            var study = new SasaranKerja([]) { TugasBelajar = "Universitas Lambung Mangkurat (800.1.4/88/BKPSDM), 2 September 2024 s.d. 31 Agustus 2026" };
            var plan = await play.AgreedPlanAsync("juru", LastPeriod, study);
            var dossier = await play.OpenAsync(plan);
            await play.BringToAsync(dossier, Step.Validate);
            (_plans["juru/2025"], _dossiers["juru/2025"]) = (plan.Id, dossier.Id);
            return 0;
        });
    }

    // What else a result of last year may wait for.
    private async Task Step5Async(DateTimeOffset monday)
    {
        await PlayAsync(async play =>
        {
            play.Now = monday.AddDays(-5);
            foreach (var asn in new[] { "penyuluhind", "pelaksanadag", "penggerak", "keamanan" })
            {
                _dossiers[asn + "/2025"] = (await play.DossierAtAsync(Step.Sign, asn, LastPeriod)).Id;
            }

            var handed = await play.DossierAtAsync(Step.Validate, "penera", LastPeriod);
            await play.PerformAsync(handed);
            _dossiers["penera/2025"] = handed.Id;
            return 0;
        });
        // The dead have no account.
        await SetOpenAsync("penggerak", false);
        await PlayAsync(async play =>
        {
            play.Now = monday.AddDays(-4);
            var objected = await play.FindAsync(Dossier("penyuluhind/2025"));
            await play.ObjectAsync(objected, "Nilai integritas belum memperhitungkan hasil pemeriksaan inspektorat.");
            await play.PerformAsync(objected);
            objected.Draft(
                new DraftKeputusan(((Pp46Sheet)objected.Sheet with { Perilaku = new(88, 92.5m, 88, 88, 88, null) }).Given,
                    "Hasil pemeriksaan inspektorat sah dan belum diperhitungkan."), People["kadis"], play.Now);
            var kept = await play.FindAsync(Dossier("pelaksanadag/2025"));
            var document = kept.LastDocument!;
            kept.Acknowledge(
                _ => new(document.Content!.Bytes, document.Sha256), People["pelaksanadag"], play.Now, berkeberatan: true);
            var proposed = await play.FindAsync(Dossier("penggerak/2025"));
            proposed.Propose(
                new(PenetapanReason.Died, new(2026, 11, 1), "Meninggal karena sakit; surat kematian dilampirkan.",
                    proposed.Evidence[0], People["kasubbag"].Nama), People["kasubbag"], play.Now);
            var refusing = await play.FindAsync(Dossier("keamanan/2025"));
            refusing.Propose(
                new(PenetapanReason.Refused, Domain.Tanggal.DiWita(play.Now), "Menolak di hadapan dua saksi.", refusing.Evidence[0],
                    People["kasubbag"].Nama), People["kasubbag"], play.Now);
            await play.SaveAsync();
            return 0;
        });
    }

    // The atasan langsung has given the scores and not yet approved them.
    private Task<int> RateAsync(long id, Actor atasan) => AskAsync(async db =>
    {
        var dossier = await db.Dossiers.Include(d => d.History).SingleAsync(d => d.Id == id);
        dossier.Rate(SampleWork.Rated(dossier), atasan, Clock.GetUtcNow().AddHours(-1), "Pegawai pindah bulan depan.");
        return await db.SaveChangesAsync();
    });

    private async Task NoteAsync(Performance play, Plan plan)
    {
        await play.NoteAsync(plan, Period, new(2026, 2, 9), "Menerima tamu dari tiga kecamatan sendirian dan menyelesaikan semua keluhannya hari itu juga.");
        await play.NoteAsync(
            plan, Period, new(2026, 6, 3), "Terlambat menyerahkan laporan triwulan selama lima hari kerja.\nSudah dibicarakan: jadwal pengumpulan data dimajukan ke tanggal 20 setiap bulan.");
        await play.NoteAsync(plan, Period, new(2026, 5, 28), "Membetulkan catatan nomor 2: terlambat empat hari kerja, sejak 28 Mei.");
    }

    private async Task RunAsync(Performance play, DateTimeOffset monday)
    {
        foreach (var (asn, step) in Running)
        {
            // A Thursday or a Tuesday; the play itself takes 50 minutes for each act.
            play.Now = monday.AddDays(step < Step.Validate ? -4 : -6);
            var plan = await play.AgreedPlanAsync(asn, Period);
            _plans[asn] = plan.Id;
            if (Noted.Contains(asn))
            {
                await NoteAsync(play, plan);
            }

            var dossier = await play.OpenAsync(plan);
            await play.BringToAsync(dossier, step);
            _dossiers[asn] = dossier.Id;
        }

        play.Now = monday.AddDays(-5);
        var sentBack = await play.DossierAtAsync(Step.Check, "keamanan", Period);
        await play.SendBackAsync(sentBack, "Bukti dukung kegiatan nomor 2 belum dilampirkan.");
        _dossiers["keamanan"] = sentBack.Id;
        var objected = await play.DossierAtAsync(Step.Sign, "arsiparis", Period);
        await play.ObjectAsync(objected, "Nilai kualitas kegiatan nomor 1 belum memperhitungkan hasil audit kearsipan.");
        _dossiers["arsiparis"] = objected.Id;
        var answered = await play.DossierAtAsync(Step.Sign, "analis", Period);
        await play.ObjectAsync(answered, "Realisasi kegiatan nomor 3 belum menghitung laporan bulan Desember.");
        await play.PerformAsync(answered);
        _dossiers["analis"] = answered.Id;
        var received = await play.DossierAtAsync(Step.Validate, "analis2", Period);
        received.Period.Ratify(true);
        await play.BringToAsync(received, Step.Sign);
        received.Period.Ratify(false);
        await play.PerformAsync(received);
        _dossiers["analis2"] = received.Id;

        play.Now = monday.AddDays(-3);
        _plans["kauptd"] = (await play.AgreedPlanAsync("kauptd", Period)).Id;
        _plans["kasubbag"] = (await play.ProposedPlanAsync("kasubbag", Period)).Id;
        _plans["analisdag"] = (await play.DraftPlanAsync("analisdag", Period, null)).Id;
    }
}
