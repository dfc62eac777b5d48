namespace SopKinerja.Web.Pages.Imports;

/// <summary>What was judged good is refused when it is stored; the row is left out and says why.</summary>
internal sealed class RowRefusedException(string refused, string sentence) : Exception(sentence)
{
    public string Field => refused;
}
