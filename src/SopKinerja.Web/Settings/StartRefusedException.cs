namespace SopKinerja.Web.Settings;

/// <summary>The program cannot start; the message is a sentence for the operator that says what to do.</summary>
public sealed class StartRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
