namespace BriefingBot.Documents.Answers;

/// <summary>One check of the doctor.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status"><c>ok</c>, <c>warn</c> or <c>fail</c>.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do, when there is something to do.</param>
internal sealed record CheckDocument(string Name, string Status, string Detail, string? Advice);
