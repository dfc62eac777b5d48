using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Whether two spellings are of one name: certificates carry titles that the register does not, or the other way round, and are
/// mostly in capitals.</summary>
public static class PersonNames
{
    /// <summary>Before a name: of studies, of the hajj, of vocation. Without points, in capitals.</summary>
    private static readonly HashSet<string> Before = Words(
        "PROF DR DRA DRS DRG DRH DRHC IR IRS APT APTH NS BDN H HJ HAJI HAJJAH KH KHR TGK TGH BRIGJEN "
        + "LETKOL MAYOR KAPTEN LETTU LETDA KOMPOL AKP IPTU IPDA");

    /// <summary>Behind a name, whatever their points and spaces: diplomas, sarjana, magister, doktor, professions.</summary>
    private static readonly HashSet<string> Behind = Words(
        "APMD AMA AMD AMDKEB AMDKEP AMDKOM AMDGZ AMDKL AMDAK AMDT AMDP AMDE AMDPJK AMDPER AMDSOS AMAPD AMDRAD AMDFARM AMDTRA "
        + "BA BSC BE BBA BCOM BENG BCHK BACHK SH SE SEI SEAK SESY SIP SIKOM SSOS SSI SST SSTP SSTPI SSTR STR STRKEB STRKES STRAK "
        + "STRKOM STRIP STRSOS STRT STRIPEM STP STPI ST STI SP SPT SPI SPD SPDI SPDK SPDSD SPSI SPWK SKOM SKED SKEP SKH SKM SKG "
        + "SKPM SKEB SGZ SHUT SFARM SFIL SFILI SAG SAK SAP SAB SADM SADMIN SARS SART SDS SHI SHUM SIAK SIIP SKEL SMAT "
        + "SMB SM SMIN SOR SPAR SPSIKO SPTK SS SSN SSTAT SSYAR STATS STEK STH STHI SUD SEKON SEKONOMI SHOSP STAN SSTPAR SANT "
        + "SLI SMN SARL SPSDM SBNS MA MAB MAD MADM MAG MAK MAP MARS MBA MBIOMED MCOM MDS ME MEC MED MEI MEK MEKON MENG MESY "
        + "MFARM MFARMKLIN MGZ MH MHI MHUM MIKOM MIP MIK MIS MKEB MKEP MKES MKESOS MKM MKN MKOM MLI MM MMA MMAR MMAT MMPD MMT "
        + "MMTR MP MPA MPD MPDI MPAR MPH MPI MPM MPP MPPM MPSI MPT MPWK MS MSAK MSC MSI MSM MSN MSOS MSP MST MSTAT MSTR MSTRAK "
        + "MSTRKOM MSY MT MTI MTP MTR MTRAP MTRIP MURP MUM MAPSI MEPD MTA MTPD MTT MTH MIND MPSDM MKESMAS PHD DBA DEA LLM LLB CA "
        + "CPA CFA CFP CHRP CHRM CPHR CIA CISA QIA CRMP CRMO CFRA CSEE CGAE AK AKT BKP APT NS NERS IPM IPP IPU AER ASEANENG SPA "
        + "SPOG SPB SPM SPPD SPJP SPPK SPAN SPKK SPKJ SPRAD SPS SPU SPTHT SPKG SPBS SPBTKV SPOT SPDV SPP SPPA SPORT SPKGA SPPM "
        + "SPRM SPBM KGH KHOM KEMD KPTI KGEH KKV KIC FINASIM FICS KP PIA SIPT CHT CHTC CT CPS CPM CPMA CPSP CBA CLA CMA PIP HKP "
        + "HONS");

    private static readonly HashSet<string> Muhammad = Words(
        "M MD MHD MHMD MUH MUHD MUHAMAD MUHAMMAD MUCHAMAD MUCHAMMAD MUCH MOH MOHD MOHAMAD MOHAMMAD MOCH MOCHAMAD MOCHAMMAD "
        + "MOHAMED MUHAMMED");

    /// <summary>No name at all is nobody's.</summary>
    public static bool AreSame(string? one, string? other) => Plain(one) is { Length: > 0 } plain && plain == Plain(other);

    /// <summary>The name alone, in capitals and without spaces: "H. M. Nor Aini, S.E., M.M." is MUHAMMADNORAINI.</summary>
    public static string Plain(string? name)
    {
        // Behind the first comma come titles alone; some names carry them without one, some have a comma before a part of the name.
        var parts = Signs(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((part, i) => i == 0 ? Tokens(part) : AllTitles(Tokens(part)) ? [] : Tokens(part)).ToList();
        var words = parts.SelectMany(p => p).ToList();
        // One word is always left: "Sp." may be all that someone is called.
        while (words.Count > 1 && Before.Contains(Bare(words[0])))
        {
            words.RemoveAt(0);
        }

        for (var taken = Titles(words); taken > 0; taken = Titles(words))
        {
            words.RemoveRange(words.Count - taken, taken);
        }

        var bare = words.Select(Bare).Where(w => w.Length > 0).ToList();
        if (bare.Count > 1 && Muhammad.Contains(bare[0]))
        {
            bare[0] = "MUHAMMAD";
        }

        return string.Concat(bare.Select(w => w == "ABD" ? "ABDUL" : w));
    }

    // How many words at the end are one title: "S. Kom" is two.
    private static int Titles(List<string> words)
    {
        for (var most = Math.Min(3, words.Count - 1); most > 0; most--)
        {
            if (Behind.Contains(string.Concat(words.TakeLast(most).Select(Bare))))
            {
                return most;
            }
        }

        return 0;
    }

    private static bool AllTitles(string[] words)
    {
        var left = words.Prepend("-").ToList();
        for (var taken = Titles(left); taken > 0; taken = Titles(left))
        {
            left.RemoveRange(left.Count - taken, taken);
        }

        return left.Count == 1;
    }

    private static string[] Tokens(string part) => part.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string word) => new([.. word.Where(char.IsAsciiLetterOrDigit)]);

    // Capitals without accents; what joins or ends words is a space, what stands within one is nothing.
    private static string Signs(string? name)
    {
        var text = new StringBuilder();
        foreach (var sign in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            text.Append(sign switch
            {
                '-' or '_' or '/' => " ",
                ',' or ';' => " , ",
                _ => char.IsWhiteSpace(sign) ? " " : $"{char.ToUpperInvariant(sign)}",
            });
        }

        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parted));
    }

    // "S.SOS" is one title; "H.M.NOOR" is three words.
    private static string Parted(string word) => Behind.Contains(Bare(word)) || Before.Contains(Bare(word)) ? word
        : string.Join(' ', word.Split('.', StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
