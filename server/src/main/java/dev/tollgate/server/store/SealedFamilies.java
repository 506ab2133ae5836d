package dev.tollgate.server.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;

/** Says of a value of a sealed family which member of it it is, by its simple name. */
final class SealedFamilies extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType base) {
    if (!isFamily(type.getRawType())) {
      return super.findTypeResolver(config, type, base);
    }
    return new StdTypeResolverBuilder(
        JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, false, false));
  }

  @Override
  public List<NamedType> findSubtypes(Annotated type) {
    if (!isFamily(type.getRawType())) {
      return super.findSubtypes(type);
    }
    return Arrays.stream(type.getRawType().getPermittedSubclasses())
        .map(member -> new NamedType(member, member.getSimpleName()))
        .toList();
  }

  private static boolean isFamily(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }
}
