namespace BriefingBot.TestServers.Models.Records;

/// <summary>A message of a request; text parts are joined.</summary>
/// <param name="Role">user or assistant.</param>
/// <param name="Text">Its text.</param>
public sealed record CallMessage(string Role, string Text);
