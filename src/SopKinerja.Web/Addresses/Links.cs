using System.Globalization;
using System.Text;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Addresses;

/// <summary>Every address that the program writes: in a link, a form, a redirect, a QR code. A test holds them against the
/// routes.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Sop = "/sop";
    public const string About = "/tentang";
    public const string Letterhead = "/gambar-kop";
    public const string Settings = "/setelan";
    public const string Health = "/sehat";

    /// <summary>How the address of every error page begins; no address by itself.</summary>
    internal const string Errors = "/galat";

    /// <param name="mark">Of what is in it.</param>
    public static string LetterheadOf(string? mark) => Of(Letterhead, (Keys.Edition, mark));

    /// <summary>What waits, chosen and ordered as the queue says, from a row on.</summary>
    public static string Queue(WorkQueue queue, string? after = null) => Of(
        Home, (Keys.Stage, queue.Stage), (Keys.Unit, queue.Unit), (Keys.Period, queue.Period), (Keys.Order, queue.OrderKey),
        (Keys.After, after));

    public static string Error(int code) => $"{Errors}/{code}";

    public static class Account
    {
        public const string SignIn = "/masuk";
        public const string SignOut = "/keluar";
        public const string SecondFactor = "/kode-sekali-pakai";
        public const string SwitchOffSecondFactor = "/kode-sekali-pakai/matikan";
        public const string RecoveryCodes = "/kode-sekali-pakai/kode-pemulihan";
        public const string Password = "/kata-sandi";
        public const string Sessions = "/sesi-saya";
        public const string Confirmation = "/konfirmasi-akun";
        public const string OwnData = "/data-saya";
        public const string OwnDataFile = "/data-saya/berkas.json";

        /// <summary>Who opened the results of the reader: of all his dossiers, or of one.</summary>
        public static string Readers(long? dossier = null) => Of("/siapa-membuka-hasil-saya", (Keys.Dossier, dossier));

        /// <summary>Where an officer confirms others.</summary>
        public const string Confirmations = "/konfirmasi-akun/daftar";
        public const string Bsre = "/bsre-saya";
        public const string Certificate = "/sertifikat-saya";
        public const string RequestCertificate = "/sertifikat-saya/minta";
        public const string ChangePassphrase = "/sertifikat-saya/frasa-sandi";
        public const string EndCertificate = "/sertifikat-saya/cabut";

        /// <summary>Where the provider sends its answer; read before any page.</summary>
        internal const string ProviderBack = "/masuk/penyedia/kembali";

        /// <summary>Where the code is asked, after the right password.</summary>
        public static string Code(string? wanted) => Of("/masuk/kode", (Keys.Return, wanted));

        /// <summary>To the OpenID Connect provider.</summary>
        public static string Provider(string? wanted) => Of("/masuk/penyedia", (Keys.Return, wanted));

        public static string SignInAfter(string failure) => Of(SignIn, (Keys.Failure, failure));
    }

    public static class Dossiers
    {
        public const string List = "/berkas";

        public static string Search(DossierFilter filter) => Narrowed(List, filter);

        public static string Open(int? period = null, int? part = null, int? unit = null, long? after = null) => Of(
            "/berkas/buka", (Keys.Period, period), (Keys.Part, part), (Keys.Unit, unit), (Keys.After, after));

        public static string Details(long id) => $"/berkas/{id}";

        public static string History(long id) => $"/berkas/{id}/riwayat";

        public static string Result(long id) => $"/berkas/{id}/hasil";

        public static string Work(long id, SopRow row) => $"/berkas/{id}/{row.Slug}";

        /// <summary>With the queue from which it comes, so that the next of it can follow.</summary>
        public static string Work(long id, SopRow row, WorkQueue queue) => In(queue, Work(id, row));

        public static string Work(long id, Step step) => Work(id, SopTable.Row(step));

        internal static string In(WorkQueue queue, string address) => Of(
            address, (Keys.Stage, queue.Stage), (Keys.Unit, queue.Unit), (Keys.Period, queue.Period), (Keys.Order, queue.OrderKey));

        public static string Cancel(long id) => $"/berkas/{id}/batalkan";

        public static string Undecided(long id) => $"/berkas/{id}/hasil-belum-diketahui";

        public static string Release(long id) => $"/berkas/{id}/petugas-kedua";

        public static string Sign(long id, SopRow row) => $"/berkas/{id}/{row.SignSlug}";

        public static string Object(long id) => $"{Work(id, Step.Sign)}/keberatan";

        public static string Withdraw(long id) => $"{Work(id, Step.Sign)}/tarik-keberatan";

        public static string Reconsider(long id) => $"{Work(id, Step.Sign)}/bersedia";

        public static string Deliver(long id) => $"/berkas/{id}/penyerahan";

        public static string Propose(long id) => $"/berkas/{id}/usulkan-penetapan";

        public static string Evidence(long id, string key) => $"/berkas/{id}/bukti/{Uri.EscapeDataString(key)}";

        public static string Document(long id, string kind, int? version = null) =>
            $"/berkas/{id}/dokumen/{Uri.EscapeDataString(kind)}{(version is null ? "" : $"/{version}")}";

        public static string Copy(long id, int no) => $"/berkas/{id}/salinan/{no}";

        public static string Scan(long id, int no) => $"/berkas/{id}/pindaian/{no}";

        public static string BukuCatatan(long id) => $"/berkas/{id}/buku-catatan";

        public static string AngkaKredit(long id) => $"/berkas/{id}/angka-kredit";
    }

    public static class Plans
    {
        public const string List = "/skp";

        public static string Everybody(int period, int? unit) => Of(List, (Keys.Period, period), (Keys.Unit, unit));

        /// <summary>The books that an atasan langsung keeps.</summary>
        public const string Books = "/skp/catatan";

        public static string Create(int? period = null, int? person = null) => Of(
            "/skp/baru", (Keys.Period, period), (Keys.Person, person));

        public static string Details(long id) => $"/skp/{id}";

        public static string Rencana(long id, int position) => $"{Details(id)}#rencana-{position}";

        /// <summary>Where a plan under PP 46/2011 is written.</summary>
        public static string WriteTargets(long id) => $"/skp/{id}/susun";

        /// <summary>Where a plan under PermenPANRB 6/2022 is written.</summary>
        public static string WriteRencana(long id) => $"/skp/{id}/rencana";

        public static string Form(long id) => $"/skp/{id}/formulir";

        public static string Leave(long id) => $"/skp/{id}/akhiri";

        /// <summary>The notes that the atasan langsung keeps on the person of the plan.</summary>
        public static string Notes(long id) => $"/skp/{id}/catatan";

        public static string BukuCatatan(long id) => $"/skp/{id}/buku-catatan";

        public static string Cascade(int? period = null, long? plan = null, int? position = null) => Of(
            "/skp/pohon", (Keys.Period, period), (Keys.From, plan is null ? null : $"{plan}.{position}"));
    }

    public static class Archives
    {
        public const string List = "/arsip";
        public const string Scans = "/arsip/pindaian";

        public static string Search(DossierFilter filter) => Narrowed(List, filter);
    }

    public static class Reports
    {
        public static string Progress(int? period = null, int? part = null) => Of(
            "/kemajuan", (Keys.Period, period), (Keys.Part, part));

        public static string Results(int? period = null, int? part = null) => Of(
            "/kemajuan/hasil", (Keys.Period, period), (Keys.Part, part));

        public static string ResultsAsCsv(int? period = null, int? part = null) => Of(
            "/kemajuan/hasil.csv", (Keys.Period, period), (Keys.Part, part));

        public static string Distribution(int? period = null, int? part = null, string? team = null) => Of(
            "/kemajuan/sebaran", (Keys.Period, period), (Keys.Part, part), (Keys.Team, team));
    }

    public static class Audit
    {
        public const string List = "/catatan-akses";

        /// <param name="since">The first day: 2026-11-27.</param>
        public static string AsCsv(
            string? kind = null, string? account = null, string? search = null, string? since = null, string? until = null) => Of(
            "/catatan-akses.csv", (Keys.Kind, kind), (Keys.Account, account), (Keys.Search, search), (Keys.Since, since),
            (Keys.Until, until));
    }

    public static class Corrections
    {
        public const string List = "/pembetulan";

        public static string Answer(int id) => $"/pembetulan/{id}";
    }

    public static class Seals
    {
        public const string List = "/segel";

        public static string File(int no) => $"/segel/{no}";
    }

    public static class Help
    {
        public const string List = "/bantuan";

        /// <summary>How the owners of accounts are confirmed, the first of them too.</summary>
        public const string GuideOfConfirming = "/bantuan/administrator#konfirmasi-akun";

        public static string Guide(string kode) => $"/bantuan/{Uri.EscapeDataString(kode)}";

        public static string Picture(string name) => $"/bantuan/gambar/{Uri.EscapeDataString(name)}";
    }

    public static class Achievements
    {
        public static string List(int? period = null, int? part = null) => Of("/capaian", (Keys.Period, period), (Keys.Part, part));

        public static string Set(int unit, int? period = null, int? part = null) => Of(
            $"/capaian/{unit}", (Keys.Period, period), (Keys.Part, part));
    }

    public static class People
    {
        public const string List = "/pegawai";
        public const string Create = "/pegawai/baru";
        public const string Changes = "/perubahan";
        public const string Penugasan = "/penugasan";

        public static string Search(string? search = null, int? unit = null, string? state = null) => Of(
            List, (Keys.Search, search), (Keys.Unit, unit), (Keys.State, state));

        public static string Odd(string? kind = null) => Of("/pegawai/janggal", (Keys.Kind, kind));

        public static string Edit(int id) => $"/pegawai/{id}";

        public static string HandOver(int id) => $"/pegawai/{id}/serah-terima";
    }

    public static class Units
    {
        public const string List = "/unit";
        public const string Create = "/unit/baru";

        public static string Edit(int id) => $"/unit/{id}";

        /// <param name="above">The unit under which it would go.</param>
        public static string Move(int id, int? above = null) => Of($"/unit/{id}/pindah", (Keys.Above, above));
    }

    /// <summary>Charts; each from a unit or a person down, or of all.</summary>
    public static class Organisation
    {
        public static string Units(int? unit = null, string? paper = null, int? after = null) => Of(
            "/bagan/unit", (Keys.Unit, unit), (Keys.Paper, paper), (Keys.After, after));

        public static string UnitsFile(int? unit = null, int? after = null) => Of(
            "/bagan/unit.svg", (Keys.Unit, unit), (Keys.After, after));

        public static string Penilai(int? unit = null, int? person = null, string? paper = null, int? after = null) => Of(
            "/bagan/penilai", (Keys.Unit, unit), (Keys.Person, person), (Keys.Paper, paper), (Keys.After, after));

        public static string PenilaiFile(int? unit = null, int? person = null, int? after = null) => Of(
            "/bagan/penilai.svg", (Keys.Unit, unit), (Keys.Person, person), (Keys.After, after));
    }

    public static class Accounts
    {
        public const string List = "/akun";

        public static string Create(int? person = null) => Of("/akun/baru", (Keys.Person, person));

        public static string Edit(int id) => $"/akun/{id}";

        public static string ResetSecondFactor(int id) => $"/akun/{id}/setel-ulang-kode";

        /// <summary>Where slips are made.</summary>
        public static string Slips(int? unit = null, string? state = null) => Of("/akun/slip", (Keys.Unit, unit), (Keys.State, state));

        /// <summary>Slips that were made together, to print them.</summary>
        public static string SlipsOf(int batch) => $"/akun/slip/{batch}";

        public static string SlipsFile(int batch) => $"/akun/slip/{batch}/slip.pdf";
    }

    public static class Imports
    {
        public static string New(string kind, int? period = null) => Of("/impor", (Keys.Kind, kind), (Keys.Period, period));

        public static string Run(int id, string? verdict = null, int? after = null) => Of(
            $"/impor/{id}", (Keys.State, verdict), (Keys.After, after));

        public static string AsCsv(string kind, int? period = null) => Of("/impor/data.csv", (Keys.Kind, kind), (Keys.Period, period));

        public static string AsWorkbook(string kind, int? period = null, long? plan = null, long? dossier = null) => Of(
            "/impor/data.xlsx", (Keys.Kind, kind), (Keys.Period, period), (Keys.Plan, plan), (Keys.Dossier, dossier));

        /// <summary>The rows of a run that were not stored.</summary>
        public static string Rest(int id) => $"/impor/{id}/sisa.xlsx";
    }

    public static class Periods
    {
        public const string List = "/periode";
        public const string Create = "/periode/baru";

        public static string Edit(int id) => $"/periode/{id}";

        /// <summary>Where the period of the year after is added.</summary>
        public static string YearAfter(int id) => Of(Create, (Keys.From, id));

        public static string Holidays(int? year = null) => Of("/periode/libur", (Keys.Year, year));

        public static string RemoveHoliday(int year) => Of("/periode/libur", (Keys.Handler, "Remove"), (Keys.Year, year));

        public static string Keadaan(int? period = null, int? person = null) => Of(
            "/periode/keadaan", (Keys.Period, period), (Keys.Person, person));
    }

    public static class Certificates
    {
        public const string Authority = "/sertifikat/otoritas";
        public const string AuthorityPassphrase = "/sertifikat/otoritas/frasa-sandi";

        public static string Requests(long? after = null, bool isAll = false) => Of(
            "/sertifikat", (Keys.After, after), (Keys.All, isAll ? "true" : null));

        public static string Holders(string? state = null) => Of("/sertifikat/pegawai", (Keys.State, state));

        public static string Reject(long id) => $"/sertifikat/{id}/tolak";

        public static string Revoke(long id) => $"/sertifikat/{id}/cabut";

        public static string AuthorityFile(int id) => $"/otoritas/{id}.cer";

        public static string RevokedFile(int id) => $"/otoritas/{id}.crl";
    }

    public static class Authenticity
    {
        public const string Check = "/periksa";

        public static string Document(string code) => $"{Check}/{Uri.EscapeDataString(code)}";
    }

    private static string Narrowed(string list, DossierFilter filter) => Of(
        list, (Keys.Search, filter.Search), (Keys.Unit, filter.Unit), (Keys.Period, filter.Period), (Keys.State, filter.State),
        (Keys.Box, filter.Box), (Keys.After, filter.After));

    // A key without a value is left out.
    private static string Of(string path, params ReadOnlySpan<(string Key, object? Value)> query)
    {
        var address = new StringBuilder(path);
        foreach (var (key, value) in query)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                address.Append(address.Length == path.Length ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(text));
            }
        }

        return address.ToString();
    }
}
