namespace SopKinerja.Domain.Scoring.Cases;

/// <summary>A case that cannot be scored; the message is an Indonesian sentence that names the field.</summary>
public sealed class CaseException(string message) : Exception(message);
