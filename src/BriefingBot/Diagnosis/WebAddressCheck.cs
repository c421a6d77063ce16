using System.Net;
using System.Net.Sockets;
using BriefingBot.Web.Hosting;

namespace BriefingBot.Diagnosis;

/// <summary>Is the address of the console free?</summary>
internal static class WebAddressCheck
{
    private const string Name = "web address";

    /// <summary>Listens for a moment.</summary>
    public static DoctorFinding Run(string text)
    {
        var address = ListenAddress.Parse(text);
        string host = address.Local.IdnHost;
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(host, out var ip) ? ip : IPAddress.Loopback, address.Local.Port);
            listener.Start();
            return DoctorFinding.Ok(Name, $"{text} is free.");
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return DoctorFinding.Warn(
                Name,
                $"{text} is in use.",
                "If that is not the bot itself, name another address with --urls or Web:Urls."
            );
        }
        catch (SocketException exception)
        {
            return DoctorFinding.Fail(Name, $"{text} cannot be used: {exception.Message}", "Name another address with --urls or Web:Urls.");
        }
    }
}
