using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace VillageLedger.Web;

/// <summary>The key ring of data protection in the database, so that all nodes share it. Whoever reads the web's tables has it: it keeps secrets from a page's reader and from who sees one column, not from the database's owner.</summary>
internal sealed class KeyRing(WebDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.Source.Of("select xml from web.key order by created");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var command = database.Source.Of("insert into web.key (name, xml) values ($1, $2)", friendlyName, element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
