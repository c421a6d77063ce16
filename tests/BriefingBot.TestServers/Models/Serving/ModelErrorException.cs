namespace BriefingBot.TestServers.Models.Serving;

/// <summary>Ends a request with an error answer.</summary>
internal sealed class ModelErrorException(ModelError error) : Exception(error.Message)
{
    public ModelError Error { get; } = error;

    public static ModelErrorException Invalid(string message, string? param = null, string? code = null) =>
        new(new ModelError(400, message, param, code));
}
